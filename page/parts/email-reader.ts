import { cancelEmail, type Email, type EmailRow, readEmail, resendEmail } from '../session/api.ts';
import { icon } from '../shell/icons.ts';
import { tell } from '../shell/messages.ts';
import { reasonOf } from '../shell/states.ts';
import { html, nothing, render, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';
import { emailStatusChip } from './chips.ts';

/** Opens an e-mail over the page, as it looks to whoever gets it. */
export async function readEmailHere(
  { place, id }: EmailRow,
  canControl: boolean,
  again: () => Promise<void>,
): Promise<void> {
  try {
    const email = await readEmail(place, id, AbortSignal.timeout(20_000));
    open(email, canControl, again);
  } catch (error) {
    tell(reasonOf(error), 'bad');
  }
}

function open(email: Email, canControl: boolean, again: () => Promise<void>): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'reader';
  dialog.setAttribute('aria-labelledby', 'email-subject');
  dialog.addEventListener('close', () => dialog.remove());
  const act = async (work: typeof resendEmail, said: string): Promise<void> => {
    try {
      await work(email.place, email.id);
      tell(said);
      dialog.close();
      await again();
    } catch (error) {
      tell(reasonOf(error), 'bad');
    }
  };
  render(
    content(email, canControl, act, () => dialog.close()),
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
}

type Act = (work: typeof resendEmail, said: string) => Promise<void>;

const content = (
  email: Email,
  canControl: boolean,
  act: Act,
  close: () => void,
): TemplateResult => html`
  <div class="reader-head">
    <div>
      <h2 id="email-subject">${email.subject}</h2>
      <p class="muted small">${words().emails.to} ${email.to} ${emailStatusChip(email.status)}</p>
      ${email.because === null ? nothing : html`<p class="small" lang="en">${email.because}</p>`}
    </div>
    <button type="button" class="button quiet" aria-label=${words().common.close} @click=${close}>
      ${icon('close')}
    </button>
  </div>
  <iframe
    title=${words().emails.body}
    sandbox="allow-same-origin"
    src=${new URL('../email-frame.html', import.meta.url).href}
    @load=${(event: Event) => fill(event, email)}
  ></iframe>
  ${canControl ? actions(email, act) : nothing}`;

/**
 * The frame's own document lets nothing run and nothing load; what is written into it is only
 * looked at, whatever it holds.
 */
function fill({ target }: Event, { html: body }: Email): void {
  if (!(target instanceof HTMLIFrameElement) || target.contentDocument === null) return;
  // Parsed by the frame's document, because its policy has to be the one that applies.
  target.contentDocument.documentElement.innerHTML = body;
}

const actions = ({ status }: Email, act: Act): TemplateResult | typeof nothing => {
  const { emails } = words();
  if (status === 'queued')
    return button(emails.cancel, () => act(cancelEmail, emails.cancelled), 'danger');
  return status === 'failed' || status === 'suppressed' || status === 'bounced'
    ? button(emails.resend, () => act(resendEmail, emails.resent), 'first')
    : nothing;
};

const button = (text: string, work: () => Promise<void>, tone: string): TemplateResult => html`
  <div class="reader-foot">
    <button type="button" class="button ${tone}" @click=${work}>${text}</button>
  </div>`;
