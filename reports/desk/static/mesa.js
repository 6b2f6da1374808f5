"use strict";

// What the desk does beyond its forms and links: keys, the swipe, and remembering how to look.

const byId = (id) => document.getElementById(id);
const OFF = "mesa-sin-atajos";
const VIEW = "mesa-vista";
const MARKS = "mesa-marcas";

function remembered(storage, name) {
  try {
    return storage.getItem(name);
  } catch {
    return null; // a browser that keeps nothing for anybody
  }
}

function remember(storage, name, value) {
  try {
    storage.setItem(name, value);
  } catch {
    // The page works without.
  }
}

// The swipe, and the views.

document.querySelectorAll("[data-script]").forEach((one) => one.removeAttribute("hidden"));

const cut = byId("corte");
if (cut) {
  const stage = document.querySelector(".stage");
  const clip = () => stage.style.setProperty("--cut", `${cut.value}%`);
  cut.addEventListener("input", clip);
  clip();
}

const views = [...document.querySelectorAll("input[name=vista]")];

function look(value) {
  const view = views.find((one) => one.value === value);
  if (view) {
    view.checked = true;
    remember(sessionStorage, VIEW, value);
    if (value === "deslizar") cut.focus();
  }
}

views.forEach((one) =>
  one.addEventListener("change", () => remember(sessionStorage, VIEW, one.value)),
);
const lastView = views.find((one) => one.value === remembered(sessionStorage, VIEW));
if (lastView) lastView.checked = true;

const marks = byId("marcas");
if (marks) {
  marks.checked = remembered(sessionStorage, MARKS) !== "no";
  marks.addEventListener("change", () =>
    remember(sessionStorage, MARKS, marks.checked ? "si" : "no"),
  );
}

// What is being decided is not to be decided twice: many pictures take a while.

document.querySelectorAll("form[method=post]").forEach((form) =>
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.disabled = true;
    button.textContent = "Un momento…";
  }),
);

// The keys.

const help = byId("teclas");
const useKeys = byId("usar-teclas");
const opener = byId("abrir-teclas");
opener.hidden = false;
opener.addEventListener("click", () => help.showModal());
useKeys.checked = remembered(localStorage, OFF) !== "si";
useKeys.addEventListener("change", () =>
  remember(localStorage, OFF, useKeys.checked ? "no" : "si"),
);

const follow = (way) => document.querySelector(`a[data-key=${way}]`)?.click();

function reject() {
  const box = byId("rechazo");
  if (box) {
    box.open = true;
    byId("motivo").focus();
  }
}

const ACTS = {
  j: () => follow("next"),
  k: () => follow("previous"),
  a: () => byId("aprobar")?.requestSubmit(),
  r: reject,
  l: () => look("lado"),
  s: () => look("deslizar"),
  m: () => marks?.click(),
  1: () => look("antes"),
  2: () => look("ahora"),
  3: () => look("diferencia"),
  "?": () => help.showModal(),
};
const ARROWS = { ArrowRight: ACTS.j, ArrowLeft: ACTS.k };
const TYPED = "textarea, select, input:not([type=radio], [type=checkbox], [type=range])";

document.addEventListener("keydown", (event) => {
  const chord = event.ctrlKey || event.altKey || event.metaKey;
  // A key that is held down decides once: the next page is not decided by it.
  if (chord || event.repeat || event.isComposing || !useKeys.checked || help.open) return;
  if (event.target.closest(TYPED)) return;
  const arrow = event.target.closest("input") ? undefined : ARROWS[event.key];
  const act = arrow ?? ACTS[event.key.toLowerCase()];
  if (act) {
    event.preventDefault();
    act();
  }
});
