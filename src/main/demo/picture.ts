// Pictures for the demo, drawn here: landscapes and tables, nobody in them.
import sharp from 'sharp';

export type Scenery = 'weir' | 'harvest' | 'stage';

const DRAWN: Readonly<Record<Scenery, string>> = {
  weir: `<rect width="1200" height="800" fill="#cfe3ea"/>
    <path d="M0 330 Q300 250 620 320 T1200 290 V800 H0Z" fill="#7fa36b"/>
    <path d="M0 430 Q320 380 640 430 T1200 410 V800 H0Z" fill="#56804f"/>
    <path d="M420 470 L820 455 L900 800 H300Z" fill="#6fa3b8"/>
    <path d="M395 520 H850 V548 H390Z" fill="#eaf4f7"/><path d="M360 610 H872 V630 H356Z" fill="#d7eaf0"/>
    <g stroke="#3d5a34" stroke-width="14"><path d="M180 480 V300"/><path d="M1010 470 V270"/></g>
    <circle cx="180" cy="270" r="86" fill="#47703f"/><circle cx="1010" cy="240" r="100" fill="#527c47"/>`,
  harvest: `<rect width="1200" height="800" fill="#f3ead7"/><rect y="520" width="1200" height="280" fill="#8a5a34"/>
    <rect y="505" width="1200" height="34" fill="#a56f43"/>
    <g fill="#c8862b"><rect x="120" y="360" width="230" height="160" rx="10"/><rect x="840" y="350" width="240" height="170" rx="10"/></g>
    <g fill="#d4552b"><circle cx="190" cy="345" r="46"/><circle cx="270" cy="350" r="42"/><ellipse cx="590" cy="440" rx="150" ry="96"/></g>
    <path d="M590 350 q14 -46 48 -56" stroke="#4f7a3a" stroke-width="16" fill="none"/>
    <g fill="#6b9a45"><circle cx="910" cy="340" r="44"/><circle cx="990" cy="336" r="50"/><ellipse cx="440" cy="485" rx="66" ry="34"/></g>`,
  stage: `<rect width="1200" height="800" fill="#1d2733"/><path d="M0 0 H210 Q250 400 190 800 H0Z" fill="#7d1f2b"/>
    <path d="M1200 0 H990 Q950 400 1010 800 H1200Z" fill="#7d1f2b"/><rect y="640" width="1200" height="160" fill="#5a4030"/>
    <path d="M420 0 L300 640 H640Z" fill="#f6e7a8" opacity=".35"/><path d="M780 0 L560 640 H900Z" fill="#f6e7a8" opacity=".35"/>
    <g fill="#c9a24b"><rect x="470" y="520" width="20" height="120"/><rect x="700" y="520" width="20" height="120"/><rect x="430" y="500" width="330" height="24"/></g>`,
};

/** @returns a JPEG, as a camera would give it */
export const drawn = (scenery: Scenery): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800">${DRAWN[scenery]}</svg>`,
    ),
  )
    .jpeg({ quality: 86 })
    .toBuffer();
