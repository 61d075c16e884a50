/** The form's fields other than the editor, and the program that they make together. */
export class Form {
  #editor;
  #fields;

  constructor(form, editor) {
    this.#editor = editor;
    this.#fields = form.elements;
  }

  /** The request that the API takes. */
  get program() {
    const { stdin, args, language, policy } = this.#fields;
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
    const fields = this.#fields;
    this.#editor.text = String(code);
    fields.stdin.value = String(stdin);
    fields.args.value = Array.isArray(args) ? args.join("\n") : "";
    choose(fields.language, language);
    choose(fields.policy, policy);
  }
}

/** A last line that is empty is none. */
function lines(text) {
  return text.replace(/\n$/, "").split("\n");
}

function chosen(name, select) {
  return select === undefined ? {} : { [name]: select.value };
}

function choose(select, value) {
  if (select !== undefined && Array.from(select.options).some((option) => option.value === value)) {
    select.value = value;
  }
}
