/** The form's fields with the editor among them, and the program that they make together. */
export class Form {
  #form;
  #editor;

  constructor(form, editor) {
    this.#form = form;
    this.#editor = editor;
  }

  /** The request that the API takes. */
  get program() {
    const { stdin, args, language, policy } = this.#form.elements;
    return {
      code: this.#editor.text,
      ...(stdin.value === "" ? {} : { stdin: stdin.value }),
      ...(args.value === "" ? {} : { args: lines(args.value) }),
      ...chosen("language", language),
      ...chosen("policy", policy),
    };
  }

  /** Shows another program; what it does not say, or what is not offered here, stays as it is. */
  set program({ code, stdin = "", args = [], language, policy }) {
    const fields = this.#form.elements;
    fields.stdin.value = String(stdin);
    fields.args.value = Array.isArray(args) ? text(args) : "";
    choose(fields.language, language);
    choose(fields.policy, policy);
    this.#editor.text = String(code);
    this.#form.dispatchEvent(new Event("input"));
  }

  /** Whether somebody has written into a field since the page came. */
  get isTouched() {
    return Array.from(this.#form.querySelectorAll("textarea")).some((field) => field.value !== field.defaultValue);
  }
}

/** A last line that is empty is none. */
function lines(value) {
  return value.replace(/\n$/, "").split("\n");
}

function text(args) {
  return args.join("\n") + (args.at(-1) === "" ? "\n" : "");
}

function chosen(name, select) {
  return select === undefined ? {} : { [name]: select.value };
}

function choose(select, value) {
  if (select !== undefined && Array.from(select.options).some((option) => option.value === value)) {
    select.value = value;
  }
}
