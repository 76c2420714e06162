/** The first eight starter behaviours as an organisation's translators might paste them in. Nobody's agreed text. */
export const handoutInUrdu = {
  language: "ur",
  name: "اردو",
  title: "ہم ایک دوسرے کے ساتھ کیسے رہتے ہیں",
  lines: [
    "آخر تک سنیں۔ پھر جواب دینے سے پہلے پوچھیں۔",
    "جب کوئی کہے کہ کوئی بات نسل پرستانہ تھی تو یقین کریں۔ ثبوت نہ مانگیں۔",
    "نام ویسے ہی بولیں جیسے نام والے خود بولتے ہیں۔ ایک بار پوچھیں، لکھ لیں، مشق کریں۔",
    "اپنی بات کریں۔ یہاں کوئی پوری برادری کی طرف سے نہیں بولتا۔",
    "دیکھیں کہ کون ابھی نہیں بولا، اور کسی کو مشکل میں ڈالے بغیر جگہ بنائیں۔",
    "جب آپ سے تکلیف پہنچے تو رکیں، بتانے والے کا شکریہ ادا کریں، معافی مانگیں، اسے بدلیں۔",
    "جب آپ کسی کو تکلیف پہنچتے دیکھیں تو کچھ کہیں، چاہے کسی کی طرف سے ہو۔ اسے دکھ اٹھانے والوں پر نہ چھوڑیں۔",
    "کسی پر لازم نہیں کہ وہ دوسروں کو نسل پرستی کے بارے میں سکھائے۔ خود پڑھیں۔",
  ],
};

export const handoutInPolish = {
  language: "pl",
  name: "Polski",
  title: "Jak jesteśmy ze sobą",
  lines: [
    "Słuchaj do końca. Potem zapytaj, zanim odpowiesz.",
    "Uwierz, gdy ktoś mówi, że coś było rasistowskie. Nie żądaj dowodów.",
    "Wymawiaj imiona tak, jak mówią je ich właściciele. Zapytaj raz, zapisz, poćwicz.",
    "Mów za siebie. Nikt tu nie mówi za całą społeczność.",
    "Zauważ, kto jeszcze nie mówił, i zrób miejsce, nikogo nie stawiając pod ścianą.",
    "Gdy sprawisz krzywdę: przerwij, podziękuj temu, kto ci to powiedział, przeproś, zmień to.",
    "Gdy widzisz krzywdę: powiedz coś, kimkolwiek jest sprawca. Nie zostawiaj tego skrzywdzonym.",
    "Nikt nie musi uczyć innych o rasizmie. Poczytaj o tym we własnym czasie.",
  ],
};
