/** Who is signed in, as what, and the way to sign out (a form: signing out changes something). */
export function SignedIn({
  person,
  memberRole,
  signOutAction,
}: {
  person: string;
  memberRole: string;
  signOutAction: string;
}) {
  return (
    <div className="who">
      <p>
        Signed in as <b>{person}</b>, {memberRole}.
      </p>
      <form method="post" action={signOutAction}>
        <button className="button button-second" type="submit">
          Sign out
        </button>
      </form>
    </div>
  );
}
