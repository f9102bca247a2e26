import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { PassPlan } from '../../../server/src/core/passes/passPlan.js';
import { showMarkdown } from '../showMarkdown.js';
import { describePlan } from './describePlan.js';
import { passNames } from './passNames.js';

const scheme = 'imapsync-plan';

/** Shows plans as read-only documents. They hold names of private files, never what is in them. */
export class PlanDocuments implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changeEmitter = new EventEmitter<Uri>();
  private readonly registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: this.changeEmitter.event,
    provideTextDocumentContent: (uri) => this.texts.get(uri.path) ?? '',
  });

  async show(title: string, plan: PassPlan): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${passNames[plan.pass]} ${title.replaceAll('/', ' ')}.md` });
    this.texts.set(uri.path, describePlan(title, plan));
    this.changeEmitter.fire(uri);
    await showMarkdown(uri);
  }

  dispose(): void {
    this.registration.dispose();
    this.changeEmitter.dispose();
    this.texts.clear();
  }
}
