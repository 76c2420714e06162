import QRCode from "qrcode";

/**
 * An address as a QR code: SVG text, black on white in any theme because cameras expect it. Give it a label where you place
 * it, and print the address beneath: not everybody can scan.
 */
export function qrSvg(address: string): Promise<string> {
  // Level M survives a folded or smudged letter; four modules of margin is what the standard asks for.
  return QRCode.toString(address, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
}
