// The token, which only this tab keeps, and the requests that are sent with it.

const query = new URLSearchParams(location.search);
const given = query.get("token");
query.delete("token");
// The storage of a session belongs to this address and port, and ends with the tab; a cookie would go to every port.
if (given) sessionStorage.setItem("token", given);
history.replaceState(null, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);

// Another tab of this address may be asked for it: a link that opens in a new tab has none.
const tabs = new BroadcastChannel("tui-reader");
tabs.addEventListener("message", ({data}) => {
  const token = sessionStorage.getItem("token");
  if (data === "token?" && token) tabs.postMessage({token});
});

/** The token; empty where no tab has it. */
const token = new Promise((found) => {
  const own = sessionStorage.getItem("token");
  if (own) return found(own);
  tabs.addEventListener("message", ({data}) => {
    if (!data.token) return;
    sessionStorage.setItem("token", data.token);
    found(data.token);
  });
  tabs.postMessage("token?");
  setTimeout(() => found(""), 500);
});

/** What cannot be done, in a line. `lasting`: it will not help to try again on this page. */
export class Refusal extends Error {
  constructor(line, lasting) {
    super(line);
    this.lasting = lasting;
  }
}

/** Ask the reader, by GET or as `options` say. Throws a Refusal. */
export async function ask(task, values, options = {}) {
  const bearer = await token;
  if (!bearer) throw new Refusal("Open the whole address that the program printed, with its token.", true);
  let answer;
  try {
    answer = await fetch(`/data/${task}?${new URLSearchParams(values)}`, {...options, headers: {Authorization: `Bearer ${bearer}`}});
  } catch {
    throw new Refusal("There is no connection to the reader. Is it still running?", false);
  }
  if (answer.ok) return answer;
  throw new Refusal((await answer.text()).trim() || `The reader answers ${answer.status}.`, answer.status !== 429);
}

/** Show a line for what lasts, with a button that loads the page again; as "group" it is not said by itself. */
export function showTrouble(line, role = "alert") {
  const box = document.getElementById("trouble");
  box.setAttribute("role", role);
  box.querySelector("p").textContent = line;
  box.hidden = false;
}

document.getElementById("again").addEventListener("click", () => location.reload());
