/** Who is signed in, as what, their own account, and the way to sign out (a form: signing out changes something). */
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
      <ul>
        <li>
          <a href="/account">Your account</a>
        </li>
        <li>
          <a href="/account/organisations">Your organisations</a>
        </li>
      </ul>
      <form method="post" action={signOutAction}>
        <button className="button button-second" type="submit">
          Sign out
        </button>
      </form>
    </div>
  );
}
