// Shows what a mark says, moves between marks by keyboard, and leads from the lists to the text.
// The page can be read without it.
(() => {
  "use strict";
  const card = document.getElementById("card");
  const names = {
    person: "Người", title: "Chức danh", place: "Địa danh", organization: "Tổ chức",
    abbreviation: "Chữ viết tắt",
  };
  let shown = null;
  let closing = 0;

  // The summary is known only when every article is written, but it is read first.
  const summary = document.querySelector(".summary");
  if (summary) document.getElementById("articles").prepend(summary);
  const titles = document.querySelectorAll("article h2");
  if (titles.length === 1) document.title = titles[0].textContent;

  const kind = (mark) => mark.classList[0];
  const visible = (mark) => document.getElementById("show-" + kind(mark)).checked;
  const entry = (mark) =>
    mark.dataset.card && mark.closest("article").querySelector(`[data-entry="${mark.dataset.card}"]`);

  function line(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  }

  // A person or place says what its entry says; a title says whose it is.
  function part(mark) {
    const box = line("div", kind(mark), "");
    box.append(line("span", "kind", [names[kind(mark)], mark.dataset.note].filter(Boolean).join(" · ")));
    const found = entry(mark);
    const own = kind(mark) === "person" || kind(mark) === "place";
    box.append(line("strong", "", (own && found ? found.firstElementChild : mark).textContent));
    if (!found) return box;
    if (kind(mark) === "title") box.append(line("span", "more", found.firstElementChild.textContent));
    else {
      if (found.dataset.path) box.append(line("span", "more", found.dataset.path));
      for (const more of found.querySelectorAll(".more:not(.within)")) box.append(line("span", more.className, more.textContent));
    }
    return box;
  }

  function show(mark) {
    clearTimeout(closing);
    if (shown === mark) return;
    hide();
    const chain = [];
    for (let at = mark; at; at = at.parentElement.closest("mark")) if (visible(at)) chain.push(at);
    if (!chain.length) return;
    shown = mark;
    card.replaceChildren(...chain.map(part));
    card.hidden = false;
    mark.setAttribute("aria-describedby", "card");
    const line = mark.getClientRects()[0];
    const width = card.offsetWidth, height = card.offsetHeight;
    const left = Math.max(12, Math.min(line.left, document.documentElement.clientWidth - width - 12));
    const below = line.bottom + 10;
    const top = below + height < innerHeight ? below : Math.max(8, line.top - height - 10);
    card.style.left = left + scrollX + "px";
    card.style.top = top + scrollY + "px";
  }

  function hide() {
    clearTimeout(closing);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  }

  const markOf = (event) => event.target.closest && event.target.closest("mark");
  document.addEventListener("pointerover", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else if (shown && !card.contains(event.target) && document.activeElement !== shown)
      closing = setTimeout(hide, 150);
    else clearTimeout(closing);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else hide();
  });
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark) { mark.focus({ preventScroll: true }); show(mark); }
    else if (!card.contains(event.target)) hide();
  });

  // One mark of each article takes part in tabbing; arrows lead to the others.
  for (const text of document.querySelectorAll(".text")) {
    text.querySelectorAll("mark").forEach((mark, i) => { mark.tabIndex = i ? -1 : 0; });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const mark = document.activeElement.closest && document.activeElement.closest("mark");
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!mark || !(step || event.key === "Home" || event.key === "End")) return;
    event.preventDefault();
    const marks = [...mark.closest(".text").querySelectorAll("mark")].filter(visible);
    const at = event.key === "Home" ? 0
      : event.key === "End" ? marks.length - 1
      : Math.max(0, Math.min(marks.length - 1, marks.indexOf(mark) + step));
    if (!marks[at]) return;
    mark.tabIndex = -1;
    marks[at].tabIndex = 0;
    marks[at].focus();
  });

  // A name in a list leads to its next mention and lights all of them.
  for (const button of document.querySelectorAll(".lists button")) {
    const own = button.closest("[data-entry]").dataset.entry;
    let next = 0;
    button.addEventListener("click", () => {
      const marks = [...button.closest("article").querySelectorAll(`.text mark[data-card="${own}"]`)]
        .filter((mark) => kind(mark) !== "title");
      if (!marks.length) return;
      for (const mark of marks) {
        mark.classList.remove("lit");
        void mark.offsetWidth;
        mark.classList.add("lit");
      }
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      marks[next % marks.length].scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
      next += 1;
    });
  }
})();
