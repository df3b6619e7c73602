define a = Character("Anna")
define b = Character("Ben")

label start:
    scene river
    a "How high is the water?"
    b "Too high, I fear."
    a "Then we wait."
    return
