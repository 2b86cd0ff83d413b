import { inChromium } from "../shared/chromium";

export default inChromium;
