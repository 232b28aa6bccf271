/** Verbs and nouns of change, to tell where a figure moves. General English. */

const UP =
  'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb climbs climbed climbing jump jumps jumped jumping soar soars soared soaring surge surges surged surging gain gains gained gaining add adds added adding advance advances advanced advancing up raise raises raised raising expand expands expanded expanding double doubled doubling boost boosts boosted boosting lift lifts lifted lifting rebound rebounds rebounded rally rallied swell swelled swells spike spiked spikes hike hikes hiked uptick upturn strengthen strengthened widen widens widened widening quicken quickened double doubles tripled triple triples quadrupled higher';

const DOWN =
  'fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing cut cuts cutting slash slashes slashed slashing reduce reduces reduced reducing reduction shrink shrinks shrank shrunk shrinking slide slides slid sliding lose loses lost losing loss tumble tumbles tumbled tumbling plunge plunges plunged plunging slump slumps slumped slumping dip dips dipped dipping down sink sinks sank sunk sinking shed sheds shedding contract contracts contracted contracting contraction halve halved halving lower lowers lowered lowering slip slips slipped slipping ease eased eases easing weaken weakened retreat retreated trim trimmed trims downturn crash crashed plummet plummets plummeted narrow narrows narrowed narrowing slow slows slowed slowing';

export const DIRECTIONS: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ...UP.split(' ').map((word): [string, 'up'] => [word, 'up']),
  ...DOWN.split(' ').map((word): [string, 'down'] => [word, 'down']),
]);
