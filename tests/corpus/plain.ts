/**
 * Sentences that say plainly what becomes of somebody, or only sound like it. X: a character of whom the catalog says
 * so, Y: the second one; P, Q, R: he, him, his.
 */
const lines = (text: string) => text.trim().split("\n");

export const deaths = lines(`
X dies.
X is dead.
X was killed.
X is killed off in the finale.
They killed off X!
I can't believe they killed X.
When X died I cried for an hour.
After X's death the show goes downhill.
The death of X is where it all changes.
X doesn't make it.
X does not survive.
X sacrifices himself.
X gives her life to save the others.
X bleeds out.
RIP X.
Watching X die was hard.
Poor X, dead at the end.
X, a fan favourite, dies.
X, the captain of the guard, dies.
X (the captain) dies.
X ends up dead.
X takes his last breath.
X breathes his last.
X meets his end.
X had to die.
X shouldn't have died.
X deserved better than to die like that.
Why did X have to die?
Why did they kill X?
How does X die?
X is gone for good.
Before X dies, he smiles.
X dies before he can tell anybody.
Now that X is dead, who leads them?
It's the episode where X dies.
X was the first to die.
X kicks the bucket.
X bites the dust.
X got bodied.
X DIES???
X's last words were perfect.
X gets executed.
X and her friend die.
X falls in battle.
X gets stabbed and dies.
The villain kills X.
X succumbs to his wounds.
We lose X.
So X is gone.
Not even X survives.
X is going to die.
X, who dies in episode 9, is great.
The one who dies is X.
X: killed in episode 12
X turns out to be dead.
X is decapitated.
X gets eaten.
X shoots himself.
X got her head bitten off.
X is stabbed through the heart.
X jumps off the roof and dies.
X turns to dust.
X never came home.
X disappears forever.
X is the next victim.
X is among the dead.
X fell to his death.
They stand at X's grave.
They find X's body.
The loss of X hit hard.
Losing X was the hardest part.
Everybody mourns X.
Rest in peace X.
Killing X was a mistake.
Did they have to kill X?
How could they kill X?
`);

/** Behind a sentence that names X. */
export const ofPronouns = lines(`
P dies.
P dies in the end.
P doesn't survive.
P is killed in episode 12.
P sacrifices himself for them.
And then they killed Q.
R death broke me.
P bites the dust.
Too bad P is dead.
`);

export const others = {
  couple: lines(`
X marries Y.
X and Y get married.
X ends up with Y.
X and Y start dating.
X and Y have a child.
The wedding of X and Y.
X chooses Y.
X and Y kiss.
X kisses Y.
X and Y fall in love.
X and Y's daughter has her eyes.
X confesses to Y.
`),
  betrayal: lines(`
X is the traitor.
X betrays them.
X's betrayal hurt.
X turns out to be a spy.
X switches sides.
X stabs them in the back.
I never saw X's betrayal coming.
X, the traitor
They were betrayed by X.
X is revealed as the traitor.
X joins the enemy.
How could X betray them?
`),
  villain: lines(`
X is the real villain.
X was the killer all along.
The culprit was X.
X is the mastermind behind everything.
X turns evil.
It was X all along.
It was X who killed them.
X is revealed as the mastermind.
X goes evil.
`),
  loss: lines(`
X loses an arm.
X goes blind.
X is crippled.
X's arm is cut off.
X gets his leg torn off.
X falls into a coma.
`),
  return: lines(`
X is alive after all.
X comes back to life.
X is revived.
X faked his death.
X comes back from the dead.
X returns.
X survives.
X didn't die.
X comes back in season 2.
X's return was great.
The return of X.
They bring X back.
X turns out to be alive.
`),
};

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
`);
