import type { User } from '@leadpulse/model';
import { POLICY_VERSION } from '@leadpulse/policy';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../../lib/authState.js';
import type { Person } from '../../lib/authState.js';
import { useSession } from '../../lib/session.js';
import { PlainButton } from '../../ui/plain/Buttons.js';
import { Field } from '../../ui/plain/Field.js';
import { AccountFrame } from './AccountFrame.js';
import styles from './AccountFrame.module.css';
import { createOrganization } from './createOrganization.js';
import { faults, nameError, textOf } from './formFields.js';
import { NewsCheck, PolicyCheck } from './PolicyCheck.js';
import { Problem } from './Problem.js';
import { useSubmit } from './useSubmit.js';

function whatIsKnown(person: Person, profile: User | null) {
  return {
    knownName: profile?.displayName ?? person.displayName,
    hasAgreed: profile?.acceptedPolicy.version === POLICY_VERSION,
    hasOrgs: Object.keys(profile?.orgs ?? {}).length > 0,
  };
}

/** For a person without an organization (sign-up broke off half-way), or one who wants another. */
export function NewOrganizationRoute() {
  const navigate = useNavigate();
  const { person, profile } = useSession();
  const { knownName, hasAgreed, hasOrgs } = whatIsKnown(person, profile);
  const { isBusy, errors, problem, onSubmit } = useSubmit(
    (form) =>
      faults({
        name:
          knownName === ''
            ? nameError(textOf(form, 'name'), 'Enter your name. Your team sees it.')
            : undefined,
        orgName: nameError(textOf(form, 'orgName'), 'Enter the name of your organization.'),
        policy:
          hasAgreed || form.has('policy')
            ? undefined
            : 'An organization needs your agreement to the privacy policy.',
      }),
    async (form) => {
      const orgId = await createOrganization({
        orgName: textOf(form, 'orgName'),
        displayName: knownName === '' ? textOf(form, 'name') : knownName,
        promotionalEmails: profile?.preferences.promotionalEmails ?? form.has('news'),
      });
      await navigate(`/o/${orgId}/start`, { replace: true });
    },
  );
  return (
    <AccountFrame
      title="Create an organization"
      lead={`You are signed in as ${person.email}. The organization has its own contacts, accounts and team.`}
      footer={hasOrgs ? <Link to="/o">Back to your organization</Link> : <SignOutLink />}
    >
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {knownName === '' && <Field label="Your name" name="name" autoComplete="name" error={errors.name} />}
        <Field label="Organization" name="orgName" autoComplete="organization" error={errors.orgName} />
        {!hasAgreed && <PolicyCheck error={errors.policy} />}
        {profile === null && <NewsCheck />}
        <Problem words={problem} />
        <PlainButton type="submit" isBusy={isBusy}>
          {isBusy ? 'Creating the organization…' : 'Create organization'}
        </PlainButton>
      </form>
    </AccountFrame>
  );
}

function SignOutLink() {
  return (
    <button type="button" className={styles.textButton} onClick={() => void signOut()}>
      Sign out
    </button>
  );
}
