/** Templates that tell what they tell by where they stand, and those in other languages. Letters as in plain.ts. */
const lines = (text: string) => text.trim().split("\n");

/** Titles of threads and pages that ask for a death. */
export const questions = lines(`
What anime death hit you hardest?
Saddest anime deaths?
Which character dies in SHOW?
`);

/** Titles whose answers are guesses, or are about something else. */
export const noAnswers = lines(`
Who do you think will die in SHOW?
Who is the strongest anime character?
Does anybody die in SHOW?
`);

export const answers = lines(`
X from SHOW
X (SHOW)
X from SHOW, no contest
X (SHOW). I was a wreck for weeks.
`);

/** Of lists of tropes and tables of fates. */
export const labels = {
  death: lines(`
Killed Off for Real: X.
Killed Off for Real: X, in the last battle.
Heroic Sacrifice: X.
Death by Irony: X
Dying Moment of Awesome: X
Dead All Along: X
Anyone Can Die: X, to begin with.
Driven to Suicide: X.
Dead: X
Dead characters: X
Deaths: X
Casualties: X
`),
  villain: lines(`
Big Bad: X.
The Man Behind the Man: X.
Hidden Villain: X
Evil All Along: X
Final Boss: X
The killer: X
`),
  betrayal: lines(`
The Mole: X.
Traitor: X
Face–Heel Turn: X
Treacherous Advisor: X
`),
  couple: lines(`
Official Couple: X and Y.
Last-Minute Hookup: X and Y.
Babies Ever After: X and Y
Final couple: X and Y
`),
};

export const noLabels = lines(`
Voice: X
Favourite character: X
Best girl: X
Dead serious: X
Death stare champion: X
Main character: X
Who to watch: X
As I said before: X is great.
`);

export const foreign = {
  de: {
    death: lines(`
X stirbt.
X stirbt am Ende der ersten Staffel.
X ist tot.
X wird getötet.
Der Tod von X hat mich fertig gemacht.
Warum musste X sterben?
X opfert sich für die anderen.
X überlebt nicht.
X kommt ums Leben.
Als X starb, habe ich geweint.
Am Ende stirbt X.
`),
    villain: ["X ist der wahre Bösewicht.", "X ist der Mörder."],
    betrayal: ["X ist der Verräter."],
  },
  fr: {
    death: lines(`
X meurt.
X meurt à la fin de la saison.
X est mort.
X est tué par son frère.
La mort de X m'a brisé le cœur.
X se sacrifie pour les autres.
X ne survit pas.
X perd la vie.
Quand X est mort, j'ai pleuré.
À la fin, X meurt.
`),
    villain: ["X est le vrai méchant.", "Le tueur est X."],
    betrayal: ["X est le traître."],
  },
  es: {
    death: lines(`
X muere.
X muere al final de la temporada.
X está muerto.
X es asesinado por su hermano.
La muerte de X me rompió el corazón.
¿Por qué tuvo que morir X?
X se sacrifica por los demás.
X no sobrevive.
Cuando X murió, lloré.
Al final muere X.
Matan a X.
`),
    villain: ["X es el verdadero villano.", "El asesino es X."],
    betrayal: ["X es el traidor."],
  },
  pt: {
    death: lines(`
X morre.
X morre no final da temporada.
X está morto.
X é morto pelo irmão.
A morte de X partiu meu coração.
Por que X teve que morrer?
X se sacrifica pelos outros.
X não sobrevive.
Quando X morreu, eu chorei.
No fim, X morre.
Mataram X.
`),
    villain: ["X é o verdadeiro vilão.", "O assassino é X."],
    betrayal: ["X é o traidor."],
  },
};

/** Of who dies, with the German verb at the end or before its subject; and of who does it to somebody else. */
export const germanOrder = {
  death: lines(`
X wurde in Folge 12 ermordet.
In Folge 12 wurde X ermordet.
In Staffel 2 wird X von seinem Bruder getötet.
Ich habe geweint, als X in Folge 3 starb.
Schade, dass X am Ende getötet wird.
X, der am Ende stirbt, war mein Liebling.
Sie haben X einfach umgebracht.
Nachdem X getötet wurde, ist alles anders.
`),
  harmless: lines(`
X hat viele Titanen getötet.
Am Ende tötet X den Titanen.
`),
};
