"""The commonest words of the languages that are told apart by their words, and the letters that languages have.

Words of conversation (pronouns, yes and no, question words) are among them. Each list has some 60 words, so that no
language is found more easily than another. Several languages of one alphabet are here; others are told by their script.
"""

# fmt: off
COMMON_WORDS = {
    "en": """the to and of a in is for that you it on with this was be as are have at he not by but from my or we an
        your all so his they me if can will just about up out what has when do no were who had their there her which
        been would she how them our than only then now yes shall thou thy did don't i'm it's that's very am could""",
    "fr": """de la le et l à les est en des d un que a pas une du il pour dans je qui c au ce sur qu par on ne plus avec
        n mais se vous s ça tu elle son y ai ou si sont tout nous comme bien ils cette faire sa aux même me m t oui non
        moi votre mon j quoi""",
    "de": """die der und in das ich ist nicht zu den von mit es ein auf für im sie eine sich auch dem des als er an dass
        daß so bei wie aber aus hat sind nach noch wir du war nur wenn oder wird was am man haben einer zum ja nein mir
        mich ihr ihm ihn wer habe bin kein""",
    "es": """de la que el en y los no un se por es del las con una para lo su al como más pero si te o mi le este sus
        esta todo ya ha cuando yo ser son sin hay está fue tu muy también eso tiene nos porque qué así me usted sí señor
        cómo ella él estoy""",
    "it": """di e che il la a in non un per è del l i una le si con della da sono ma al ha come più dei se nel mi alla
        anche lo gli delle o questo ho ci su ad solo io era tutto cosa hanno perché sua bene sì signore voi lei mio ti c
        d che'""",
    "pt": """de a o que e do em da é para não um uma com no se na por os eu como as mais dos mas foi ao me você ser seu
        sua tem são das ou à ele muito isso já nos também quando está meu pelo ela sim bem minha senhor lhe vos aos num
        nem""",
    "nl": """de van het een en in is op ik dat voor je te met niet zijn die als er maar om aan hij ook ze door naar uit
        bij dan dit was we wat heeft of over nog deze hebben kan meer zo al geen mijn wel tot u ja nee ben mij heb jij
        gij wij haar""",
    "sv": """det är att och i jag på en inte som för med har av om du så till den de ett kan vi men man var ska när nu
        vad från här mig bara eller han då hur kommer sig vill vara där ha skulle ut min dig hade ju nej ja icke honom
        hon ni er""",
    "da": """i og er af det at en til på jeg har for ikke med den der de du kan som så et var vi om han fra men skal ved
        vil også være hvor nu man hvis sig efter mig eller her hvad ud hun dig kun min nej ja hvem blev meget noget dem
        hende""",
    "no": """i og er det å på som til en av for ikke med har jeg at de du om den så vi fra var kan et men han seg dette
        noe skal noen vil bare også ut nå hva etter eller meg være der når her må deg nei ja hun meget blitt hvem hvor
        min henne""",
    "fi": """ja on ei että se oli mutta ole kun niin myös hän jos ovat voi nyt sen kuin tai en joka olla sitä mitä vain
        jo tämä sitten kaikki olisi vielä kyllä ne hyvä minä sinä mikä me te he mun siellä tuo miksi minun minua sinun
        olen olet kuka niitä""",
    "is": """og í á að er sem til en við af hann um ekki var fyrir með ég eru frá það þar því eða eftir hún svo hefur
        vera þá verið þegar hafa þess úr út upp ef eins nú þú fram hér þeir þetta voru yfir mér þér já nei hvað mig
        þig""",
    "pl": """w i nie na się to z do jest że o jak a ale co tak za od po dla czy przez są tylko już mi mnie ze może bo ja
        ten bardzo będzie być jego by sobie ich mam jeśli też jeszcze był jej kiedy pan pani ty mu go cóż gdzie kto
        moja""",
    "cs": """a se v na je to že s z si do jsem ale o i tak pro ve za co k jako jak po by už od jsou mi když mě jen nebo
        byl má jsme které ty jeho který není aby než ještě být ani ne ano pane tu ten ho vy mne já kde proč jste""",
    "sk": """a v sa na je to z že s ako aj o si do som ale po za tak od čo už bol by pre sú k alebo nie sme ich len vo
        aby keď ktorý má jeho bola až veľmi byť áno pane čože ja ty mňa ešte iba kde prečo ste mi nech teda tu""",
    "hu": """a az és nem hogy egy is de meg csak ha van volt ez vagy már még én kell el jó ki azt most akkor mint ezt
        mert így itt mi sem lesz úgy be nincs aki te ne igen miért hát maga ön engem neki nekem uram ő mit hol""",
    "ro": """de în și şi a la să din o pe cu nu mai un este că care pentru se au ce ca al am sunt fi va s lui dar sau e
        dacă după ne le cum când era iar mult are l ai noi mă eu da te vă domnule asta ei el îmi unde nici ți""",
    "hr": """je u i da se na od za su a ne sa iz to kao o što koji kako bi ali nije još po s do sve bio ili sam će samo
        te ja ti mi on ga jer gdje tko vrijeme uvijek ovdje dijete lijepo što tjedan smo me nisam evo niti""",
    "sr": """je u i da se na od za su a ne sa iz to kao o što šta koji kako bi ali nije još po s do sve bio ili sam će
        samo te ja ti mi on ga jer gde ko vreme uvek ovde dete lepo smo me nisam је у и да се на од за су а не са из то
        као о што шта који како би али није још по с до све био или сам ће само ја ти ми он га јер где ко""",
    "sl": """je in v na se da so za ki pa z tudi s ne kot po še iz bi bo od tako to pri ali o če že bil do ni med vse
        jih ko kar ga si smo več sem ter nekaj jaz kaj zakaj kje kdo prav ja gospod vas nam mi me ti on""",
    "ca": """de la a i que el l d en per del un les els una no amb va és al es ha com més dels s hi o ser aquest si però
        tot seu aquesta molt als ja ho seva també quan jo vostè què per què meu dona sí doncs em et""",
    "tr": """ve bir bu için de da çok ile ne daha en gibi olarak her kadar o ben var ama sonra ki iyi yok ya değil sen
        büyük yeni sadece mi mı hiç ise nasıl şey benim böyle evet hayır siz biz beni sana bana neden onu efendim""",
    "vi": """là và có của được một các không trong cho người này với ở đã thể để như những đến khi làm sẽ từ ra họ tại
        về vào đó cũng lại tôi bị học phải anh em chị ông bà vâng thì mà nhưng rất gì ạ""",
    "id": """yang dan di ini dari untuk dengan itu bisa aku ada tidak akan adalah dalam pada kita orang ke juga anda dia
        saya ya kamu lebih apa sudah mereka tapi karena atau tak jadi harus lagi seperti oleh kami sebagai bahwa""",
    "la": """et in est non ut ad cum qui quod si sed ex quae hic hoc de nec me te tu ego mihi tibi quid enim ac atque
        per esse sunt ab a se aut quam nunc iam ille haec ne nos vos eius quis sic etiam at quo domine""",
    "eu": """eta da ez bat du dira ere baina hau izan zen dute hori nik zer zuk bai gure behar dut egin dela zuen baino
        edo oso gara naiz zara hori ni zu gu nola non zergatik orain""",
    "cy": """y yn a i o yr mae ar ac am ei ni wedi bod ond yw hi fy oedd eu fod gan un wrth beth rhaid chi fel iawn dim
        rwy dw ti mi ydy pam nawr hyn""",
    "ga": """an a na ar agus is i go le ag do bhí tá ní sé sin don mé mar ach ó tú sí siad cad é den bhfuil leis seo
        liom níl anois chun""",
    "eo": """la kaj de en estas ne al mi vi li ke por ĉu kiu kun sed el pri oni ĝi ŝi ni pli tio kiel tiu se jes kio ĉi
        per aŭ min vin ili sur ĉiuj estis povas tre nur ankaŭ kiam sia lia mia do ja jam ol dum""",
    "et": """ja on ei et see oli ta ma kui ka mis aga siis oma ning seda kes või nii välja olen sa me te oleks mu juba
        veel mida ole nad pole ära kuidas kas jah midagi tema mina sina minu""",
    "lt": """ir kad į su iš yra tai kaip ar o buvo savo tik bet nuo ne apie taip labai dėl per dar gali jau po iki jis
        už jo būti kas mūsų ji aš ką tu mes man jūs mane tave kur kodėl""",
    "lv": """un ir ar par ka no kā uz kas arī vai bet es tā nav to tas man ja lai bija ko pēc tikai tad līdz kad var jau
        tu ļoti ne mēs kur viņš jūs jā nē manu""",
    "af": """die en het van is in nie wat dat te om hy ek vir met sy aan ons jy was nog hulle se ook maar daar na dit
        wees sal kan as op hierdie of deur ja nee haar hom baie net jou my mense moet word by uit oor al nou dan so waar
        hoe dié geen gaan""",
    "gl": """de a o que e do da en un non unha con os para as no na por se máis como é lle eu ao pero ou dos das foi ás
        moi ti súa seu xa nos está ser isto hai cando ben el ela tamén onde só todo ata aos nunha polo pola eran meu
        miña lles si quen""",
    "lb": """de an déi dat ass vun net mat ech en fir eng op den och et zu mir si ze däers hat dir hie si bei wéi wat
        nach mä awer gëtt kann vum dem eis e wann ginn gutt dës jo nee elo do eppes wou sinn war hunn huet sech all""",
    "gsw": """d und isch vo dr de i s net nit nöd mit i uf aber au ich du mir ihr si han hät het isch en e für was wenn
        wie do jo nei guet no ja gsi gha sin scho so öppis nüt vu uff das dass mer bi us am im em z a eb ist't""",
    "fy": """de en fan it yn is in dat net mei foar op te hy wy by ik ek oan sa út nei der wurdt jo hat wie har jin hja
        syn mar as oer troch dy dizze wat no al noch kin moat sil ús hawwe ja nee hoe wêr dêr gjin""",
    "fo": """og at í er á til ein hann tað eg ikki við so um sum av fyri hon men teir ella tey hava kann var frá okkum
        ja nei nú hvat hvar tí hesin eru skal øll ongin verður meg teg vit tit hevur eisini bert""",
    "br": """ar an ha da e eo a hag ur un en ez ne ket eus gant evit o war ma me te hi int eur ya nann amañ mat bet hon
        ho pe pa ra va da'z vez vo ober den din dit petra penaos piv holl neuze kement""",
    "mt": """li u ta il fi huwa ma hija l minn jew għal f dan kull għandu tal din fuq b dawn mhux hu hi jien inti aħna
        huma iva le xi meta kif x'inhu hemm kien kienet jista biex lil bħal aktar wara issa""",
    "sq": """të e në dhe i një me për që nuk së nga ka është si do më se kjo ky ju unë ti po jo ai ajo ne ata por kur
        çfarë ku pse shumë mirë këtu tani janë kam ishte edhe u të cilat tek""",
    "sw": """ya na wa kwa ni katika kuwa la za hii huyo hiyo yake mtu watu cha kama au si ndiyo hapana mimi wewe sisi
        wao yeye nini lakini sana hapa sasa nani wapi vya kila wake yao bila yangu yako kwamba""",
    "tl": """ang ng sa na mga ay at ko mo siya ako ka hindi ito kung para may wala oo po ni si kay isang kanyang lang pa
        rin din niya nila sila kami tayo ano bakit saan dito doon naman ba kanilang""",
    "az": """və bu bir də da ilə üçün hər ki mən sən biz siz o nə var yox bəli xeyr amma çox daha kimi olan deyil hüququ
        onun mənim necə niyə kim indi artıq isə olaraq ya olunur bütün""",
    "ms": """yang dan di ini dari untuk dengan itu boleh saya ada tidak akan adalah dalam pada kita orang ke juga anda
        dia awak kamu lebih apa telah mereka tetapi kerana atau tak jadi mesti lagi seperti oleh kami sebagai bahawa
        encik puan cik sahaja mahu""",
    "ru": """в и на не с что я по а как из это за для о к но то у его он от все так же мы до ты только был если когда
        было мне меня уже еще ещё бы или их они при кто чтобы есть она во вы нет да очень вас вам ну ли чем со где
        сударь""",
    "uk": """в на не і у з що та до це за а я як про для від так але він його все то є ви по ми й ще які під вже коли
        якщо або було вони мене щоб мені ж тут чи ти був нас вас вам ні хто де пане""",
    "bg": """на и в да е от за се с не си че по ще са това като а ми но до го много има му ако към може съм ти ли само
        няма през аз които или какво той ни трябва всички който те един още така ме вие не защо къде""",
    "mk": """на и во да се од за е со не го ќе што дека ги како ја тоа а кој кои си по ми до ти многу но или само има
        кога беше сум јас ова нема ние таа ние зошто каде""",
    "be": """і ў не на што я у з да як гэта так ён але за мы яго вы ад для ці ты яна яны мне мяне быў было калі дзе хто
        ужо яшчэ або яе іх""",
    "kk": """және бұл мен үшін да де бір деп еді ол болып бар жоқ сен біз сіз осы сол не қалай ма ме бе па пе ғой емес
        керек дейді енді тек менің оның сенің бірақ кім неге қазір иә""",
    "tt": """һәм бу белән да дә бер дип ул бар юк мин син без сез нәрсә ничек мы ме түгел кирәк ди инде генә шул минем
        аның өчен иде соң бит ник кем хәзер әйе миңа сиңа""",
    "ba": """һәм был менән да дә бер тип ул бар юҡ мин һин беҙ һеҙ нимә нисек мы ме түгел кәрәк ти инде генә шул минең
        уның өсөн ине һуң бит ниңә кем хәҙер эйе миңә һиңә""",
    "mn": """нь энэ бол байна ба гэж нэг юм бид би чи та хүн байсан тэр ямар уу үү биш болно гэсэн дээр тул шүү даа
        миний түүний надад яагаад тийм үгүй одоо хэн""",
    "el": """και το να του η με την της για ο που τα από σε δεν θα τον είναι στο στην οι των μου τη τους μας τις ότι μια
        ένα στη ήταν τι σας σου στα αν έχει αλλά αυτό ή όταν πως μην γιατί πολύ εγώ εσύ ναι όχι""",
    "ar": """في من على أن لا إلى و ما عن هذا مع التي كل هذه أو هو كان الذي ذلك بعد لم بين ان إن يا حتى قبل قد هي أي غير
        إذا له مثل هناك لك ثم أنا أنت نعم لماذا كيف هل ماذا""",
    "fa": """و به در از که این با را است رو من تو برای بود هم تا یک ها شده ما آن شد می بر شما همه هر یه چه نه کار باید
        اما اون داره کرد چرا اگه اگر بله خیر آقا نمی او""",
    "ur": """کے میں کی ہے اور سے کا کو اس پر ہیں نے بھی ایک کر یہ نہیں کہ تو کیا وہ ہو ان تھا جو ہی آپ تھے کوئی اپنے ہم
        تھی یا جب رہے تک جی""",
    "he": """את של לא על זה הוא אני כל עם מה גם לי אם היה יש אבל היא או כי יותר רק אין אחד אל בין הם לו שלי אתה כמו כך
        לך עד אז טוב כן מי למה איפה אדוני""",
    "yi": """און די איז דער אין אַ ניט צו איך דאָס פֿון מיט האָט ער זיך עס אויף ווי וואָס אַז דו זי מיר געווען נישט""",
    "hi": """के है में की से और को का हैं पर भी एक तो नहीं ने कर ही हो इस था यह जो ये आप अपने क्या अब कुछ कोई थे वो हम
        या वह बात मैं जी हाँ लेकिन मुझे तुम कहाँ""",
    "mr": """आहे आणि या हे ते तो ती मी काय नाही होते तर की मला पण आहेत होता तू आम्ही त्या हा ही""",
    "ne": """छ र हो को मा यो पनि छन् भने लागि तर गर्न हुन्छ थियो हामी म तिमी के होइन""",
}
"""By the tag of the language (BCP 47)."""
RARE = frozenset(("af", "gl", "lb", "gsw", "fy", "fo", "br", "ms"))
"""Languages that are near to one of which far more texts are."""
LETTERS = {
    "en": "éïæœ", "fr": "àâæçéèêëîïôœùûüÿ", "de": "äöüßé", "es": "áéíóúñü", "it": "àèéìíîòóùú", "pt": "áâãàçéêíóôõúü",
    "nl": "áéèëïíóöüĳ", "sv": "åäöé", "da": "æøåéäö", "no": "æøåéòôóäö", "fi": "äöåšž", "is": "áéíóúýðþæö",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ",
    "hr": "čćđšž", "sr": "čćđšžђјљњћџ", "sl": "čšžćđ", "ca": "àçéèíïóòúü", "tr": "çğıiöşüâîûİ", "eo": "ĉĝĥĵŝŭ",
    "id": "é", "la": "āēīōūæœëȳ", "et": "äöõüšž", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž",
    "ru": "ыэёъщ", "uk": "іїєґщ", "bg": "ъщ", "mk": "ѓќљњџѕј", "be": "ўыіэё",
    "kk": "әғқңөұүһіыэёъщ", "tt": "әҗңөүһыэёъщ", "ba": "әғҙҡңөҫүһыэёъщ", "mn": "өүыэёъщ",
    "af": "áéèêëíîïóôöúû", "gl": "áéíóúñüï", "lb": "äëéöüèôêû", "gsw": "äöüàèìòùéôû", "fy": "âêôûúéëïö",
    "fo": "áíóúýðæø", "br": "ñêùôûâ", "mt": "ċġħżàèìòù", "sq": "ëç", "az": "əğıöşüçİ",
    "vi": "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "eu": "ñ", "cy": "âêîôûŵŷáéíóúäëïöü", "ga": "áéíóú",
    "fa": "پچژگکی", "ur": "پچژگکیٹڈڑںےہھ",
}
"""Letters of a language beyond those that all of its script have. A word with another letter is hardly of it."""
# fmt: on
