/** A drawing that needs nothing around it. */
export interface Drawing {
  /** An `<svg>` element. */
  svg: string;
  width: number;
  height: number;
}

/** What the page's style sheet may say of a drawing, and what holds if nobody says anything. */
const INITIAL = {
  fill: "rgb(0, 0, 0)",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  "font-family": "",
  "font-size": "",
  "font-weight": "400",
  "font-variant-numeric": "normal",
};

type Style = Record<string, string>;

/** A drawing of the page with its styles written into it, in the light colours. */
export function standalone(drawn: SVGSVGElement): Drawing {
  const host = document.createElement("div");
  host.className = "light offstage";
  const svg = drawn.cloneNode(true) as SVGSVGElement;
  host.append(svg);
  document.body.append(host);
  try {
    const width = svg.width.baseVal.value;
    const height = svg.height.baseVal.value;
    inline(svg, INITIAL);
    return { svg: new XMLSerializer().serializeToString(svg), width, height };
  } finally {
    host.remove();
  }
}

function inline(element: SVGElement, inherited: Style): void {
  const computed = getComputedStyle(element);
  const style: Style = {};
  const said: string[] = [];
  for (const name of Object.keys(INITIAL)) {
    const value = computed.getPropertyValue(name);
    style[name] = value;
    if (value !== inherited[name]) said.push(`${name}: ${value}`);
  }
  // The one property among them that children do not inherit.
  if (computed.opacity !== "1") said.push(`opacity: ${computed.opacity}`);
  for (const child of Array.from(element.childNodes)) {
    if (child instanceof SVGElement) inline(child, style);
    // The marks that templates leave behind.
    else if (child instanceof Comment) child.remove();
  }
  element.removeAttribute("class");
  if (said.length > 0) element.style.cssText = said.join("; ");
}
