/** What the server writes into the page: it alone knows who signs people in, and the page's one-time permission for styles. */
const meta = (selector: string) => document.querySelector<HTMLMetaElement>(`meta[${selector}]`);

export const issuer = meta('name="quancheng-issuer"')?.content ?? '';
export const nonce = meta('property="csp-nonce"')?.nonce ?? '';
