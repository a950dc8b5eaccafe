/** Sentences that only sound as if they said what becomes of somebody. X, Y, P, Q, R: as in plain.ts. */
import { lines } from "./plain.ts";

export const harmless = lines(`
X is my favourite character.
X is voiced by a great actor.
I hope X doesn't die.
If X dies I riot.
Does X die?
I bet X dies.
X almost dies laughing.
X eats dinner with his friends.
I love X.
X is dead serious.
X kills it in that outfit.
X's voice actor won a prize.
I'd be sad without X.
X is drop dead gorgeous.
My cat is named X.
X must find his friend.
X is dying to see the sea.
X is scared to death of mice.
X never makes it easy.
X meets the end boss.
X has the last word.
X trusts the traitor.
X is fighting the villain.
X hunts the killer.
They killed X's father.
X walks to the end of the street.
X lost his way.
X comes back to school.
The show is a dead end for X.
X fights to the death.
X kills the monster.
X's actor died last year.
X's sister died before the story.
X's parents died when he was young.
X's dead father
X's dead eyes stare.
X's funeral outfit
X's murder investigation begins.
X's killing technique
X sacrifices a pawn.
X faces death every day.
X nearly died.
X could have died.
X dies a little inside.
X lost the match.
We lost to X.
Who will kill X?
X is going to die if he doesn't eat.
X returns to school.
X survives the exam.
X is blind to love.
X talks about the death of his mother.
X cosplayer killed it at the con.
X can't be the killer.
I'd kill for X's hair.
X loses his temper.
X wins the popularity poll.
X is back in the new trailer.
X turns a blind eye.
X plays the traitor in a game of werewolf.
X is the strongest unit in the game.
X's voice actor is back.
X's wife was murdered.
X investigates a murder.
X meets the killer.
X visits his mother's grave.
X is afraid to die.
Maybe X is the traitor.
I'm afraid X will die.
What if X had died?
Will X survive?
I miss X.
X fans won't survive the new trailer.
X is in love with food.
X debuted in 1994.
X's backstory is tragic.
X kills a mosquito.
X cuts his hair.
X was shot in one take.
X leaves for Tokyo.
X lies on the grass.
X planned everything for the party.
X's revenge for the pudding
X is an angel.
X's time of death joke
The end of X's holiday
X would rather die than apologise.
X's father is the villain.
`);

export const harmlessPronouns = lines(`
P is so cool.
I hope P doesn't die.
P nearly dies.
R dead friend sings.
P loses all R savings.
They killed R father.
P hunts the killer.
P is fighting the villain.
P trusts the traitor.
Does P die?
P never makes it easy.
P thinks somebody is a spy.
P is dead tired.
I'd die for Q.
Please don't kill Q.
P finds a dead body.
P almost died.
P risks R life.
P is willing to die for R friends.
`);
