/** Colours and weights that a program may ask a terminal for: a closed list, mapped to sixteen colours that can be read. */

export const PLAIN = Object.freeze({});

const SWITCHES = {
  1: { bold: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { strike: true },
  22: { bold: undefined },
  23: { italic: undefined },
  24: { underline: undefined },
  27: { inverse: undefined },
  29: { strike: undefined },
  39: { colour: undefined },
  49: { background: undefined },
};

/** What a longer sequence gives a colour to; that of the underline is not shown. */
const EXTENDED = { 38: "colour", 48: "background", 58: "underlineColour" };

/** The style after the numbers of one escape sequence, "1;31" for example. */
export function restyled(style, parameters) {
  const numbers = parameters.split(";").map(Number);
  let next = style;
  while (numbers.length > 0) {
    const number = numbers.shift();
    if (number === 0) {
      next = PLAIN;
    } else if (number in EXTENDED) {
      next = { ...next, [EXTENDED[number]]: extended(numbers) };
    } else {
      next = { ...next, ...(SWITCHES[number] ?? basic(number)) };
    }
  }
  return next;
}

/** 30 to 37, 40 to 47, 90 to 97, 100 to 107. */
function basic(number) {
  const row = Math.floor(number / 10);
  const column = number % 10;
  if (column > 7) {
    return {};
  }
  return { 3: { colour: column }, 4: { background: column }, 9: { colour: column + 8 }, 10: { background: column + 8 } }[row] ?? {};
}

/** The colour after 38 or 48; takes its numbers away. */
function extended(numbers) {
  const kind = numbers.shift();
  if (kind === 5) {
    return indexed(numbers.shift());
  }
  if (kind === 2) {
    return nearest(...numbers.splice(0, 3));
  }
  return undefined;
}

function indexed(number) {
  if (!(number < 256)) {
    return undefined;
  }
  if (number < 16) {
    return number;
  }
  if (number >= 232) {
    const grey = 8 + (number - 232) * 10;
    return nearest(grey, grey, grey);
  }
  const level = (digit) => (digit === 0 ? 0 : 55 + digit * 40);
  const cube = number - 16;
  return nearest(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

function nearest(red, green, blue) {
  const most = Math.max(red, green, blue);
  if (!(most < 256)) {
    return undefined;
  }
  const hue = (red * 2 > most ? 1 : 0) + (green * 2 > most ? 2 : 0) + (blue * 2 > most ? 4 : 0);
  return most < 48 ? 0 : hue + (most > 191 ? 8 : 0);
}

/** Whether two styles look the same. */
export function isSame(one, other) {
  return one === other || classes(one) === classes(other);
}

/** The names of the classes that show a style. */
export function classes(style) {
  const names = ["bold", "italic", "underline", "strike"].filter((name) => style[name]);
  if (style.inverse) {
    names.push("bg-" + (style.colour ?? 7));
  } else if (style.background !== undefined) {
    names.push("bg-" + style.background);
  } else if (style.colour !== undefined) {
    names.push("fg-" + style.colour);
  }
  return names.join(" ");
}
