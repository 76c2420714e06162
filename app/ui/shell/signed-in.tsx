/** Who is signed in, as what, and the way to sign out (a form: signing out changes something). */
export function SignedIn({
  person,
  role,
  signOutAction,
}: {
  person: string;
  role: string;
  signOutAction: string;
}) {
  return (
    <div className="who">
      <p>
        Signed in as <b>{person}</b>, {role}.
      </p>
      <form method="post" action={signOutAction}>
        <button className="button button-second" type="submit">
          Sign out
        </button>
      </form>
    </div>
  );
}
