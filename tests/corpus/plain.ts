/**
 * Sentences that say plainly what becomes of somebody. X: a character of whom the catalog says so, Y: the second one; P,
 * Q, R: he, him, his.
 */
export const lines = (text: string) => text.trim().split("\n");

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
Still not over X. He didn't have to die.
The death of X [HD]
X was later killed by the enemy.
Prior to X's death he wrote a letter.
X doesn't live to see the end.
They couldn't save X.
Unfortunately X doesn't survive.
X is dead and I don't know how to feel.
Nothing was the same after they killed X.
X dies in her brother's arms.
X gets his head cut off.
X drowned.
X trades his life for theirs.
X lies dead on the floor.
Gone but never forgotten: X
X was killed off too early.
The person who killed X was his friend.
X dies giving birth.
It turns out X is dead.
Hardest death for me was X.
X doesn't last long and dies in episode 3.
X expires.
X's widow moves to the sea.
A moment of silence for X.
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
But P dies at the end.
It's a shame they killed Q off.
P deserved better than that death.
The scene where P dies is the best of the show.
Why did they have to kill Q?
P falls in the last battle.
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
X and Y finally kiss.
X and Y have a daughter together.
X and Y's first kiss
X finally tells Y he loves her.
X married Y after the war.
X started dating Y.
Who does X end up with? X ends up with Y.
Y said yes to X.
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
X is a double agent.
X turns traitor.
X is the rat.
X has betrayed us.
The moment X betrayed everyone
Why did X betray his friends?
We all knew X was the mole.
X sets them up.
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
X is behind it.
X becomes the villain.
X is the serial killer.
X was manipulating everyone.
X reveals himself as the villain.
The real killer is X.
The man behind it all was X.
I knew X was evil.
It turns out that X did it.
The reveal that X was the villain shocked me.
`),
  loss: lines(`
X loses an arm.
X goes blind.
X is crippled.
X's arm is cut off.
X gets his leg torn off.
X falls into a coma.
X loses an eye.
X forgets everyone.
X went blind.
X will never play again.
X's eye was gouged out.
X slips into a coma.
Why did X lose his arm?
X's memories are erased.
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
X is not dead.
X survived the explosion.
X is resurrected.
X returns in season 3.
X only pretended to die.
They revive X.
omg X is alive
It's revealed that X is still alive.
`),
};
