"""What is private without a word that says so is told from work on it, and from everything else."""

from __future__ import annotations

import pytest

from coach.domain.delicate import is_delicate
from coach.domain.discretion import kept_back, sayable

PRIVATE = """
Bob's password is hunter2 and he is getting divorced.
The door code of the studio is 4711.
His PIN is 0815.
wifi password: tulips99
Her bank account number is DE12 3456.
Spare key is under the third pot.
She is going through a messy divorce.
Getting divorced, lives in a caravan now.
He and his wife have separated.
separated from her husband in May
His wife left him for the drummer.
She broke up with her boyfriend.
He is having an affair with the curator.
Pregnant again, due in June.
She's pregnant.
She had a miscarriage last year.
Her father died in March.
His mother has just passed away.
She lost her husband two years ago.
He lost his dad.
Her late husband built the boat.
She is a widow.
Anna's funeral was on Monday.
He has cancer.
She was diagnosed with MS.
His son has leukaemia.
He had a heart attack in spring.
Her mother has dementia.
His daughter is in hospital.
He's been off sick since May.
She was burnt out last winter.
He had a burnout.
He suffers from depression.
She is recovering from chemo.
Her wife is seriously ill.
He drinks too much.
He's back on the bottle.
She is in rehab.
He was laid off in October.
She got fired.
He was made redundant.
Lost his job at the mill.
She lost her licence for drunk driving.
He is in debt up to his ears.
She has debts of 40,000 euros.
His firm went bust and he owes the bank.
He went bankrupt in 2019.
He was arrested at the demo.
She spent two years in prison.
He's being sued by his brother.
She was bullied at her old office.
He is gay.
She came out to me over lunch.
Ben was rude to me.
He is arrogant.
She seemed a bit drunk.
A bore. He talks too much.
Boring.
He lied to me about the price.
She has put on weight.
I don't trust him.
I can't stand her.
He smells of beer.
His salary is 90k.
Earns only 28,000.
He tried to kill himself.
Her brother committed suicide.
Tomasz died in May.
Sein Vater ist gestorben.
Sie ist schwanger.
Er hat Schulden.
Er war unfreundlich.
Sie lässt sich scheiden.
He lost his house in the flood.
his marriage is over
She has not spoken to her sister for years.
Her dog died.
He is unemployed since summer.
She cannot pay the rent.
Her ex-husband has the kids.
His visa was refused.
He gambled away the deposit.
She failed her probation.
was sacked by the board
having chemo until January
Her operation is on Monday.
She is depressed.
She feels lonely in Bern.
He has a drinking problem.
Is an alcoholic.
Diabetes since childhood.
Wife is in hospital with her hip.
He's two years sober in May.
Funeral in Leith on Friday.
Divorced, two boys, drives a yellow van.
Burnt out in 2021, was off five months.
She burnt out in 2021.
He is a recovering alcoholic.
"""
FIT_TO_BE_SAID = """
She is a divorce lawyer in Leeds.
Runs a cancer charity.
He researches dementia at the institute.
Nurse on a dementia ward.
She builds password managers.
He talked about code review and login flows.
Works on a debt advice line.
They have a lot of technical debt.
The server died twice on Friday.
Half the hive died in the frost.
She fired the kiln at 1200 degrees.
The pots were fired twice.
He fires pots in an open pit.
They split up the monolith into six services.
Her book came out last May.
The bridge was suspended from two towers.
She let go of the rope.
He died on stage, he says, the joke fell flat.
Ask how her mother's operation went.
She treats people with depression by dance.
She wrote a book about her divorce.
Teaches bread baking to prisoners.
He learned rye from a prisoner.
She teaches in a prison.
Her team lost the final.
She lost her keys in Oslo.
He lost 40 charts when an archive flooded.
The soup was cold and the hall dark.
Her talk was about boring machines.
They lost the whole sale.
He is sick of meetings.
The old mill is ill-suited for it.
He owes me the slides.
She earns nothing with the choir.
He hates cold calls.
Her father built the harbour crane.
His wife runs the bakery.
His daughter plays the oboe.
Her boss wants numbers.
She has a stroke order for every letter.
He repairs MS-DOS machines.
They had a break-in.
The project was killed by the board.
He runs therapy dogs.
She hates vendor pitches.
He never stops asking why.
Left his job to bake.
She left her studio to her apprentice.
He works with clay.
Her garden has poor drainage.
He gave a talk on grief.
Her grandmother taught her to weave.
He drinks tea, never coffee.
She carries a diagnosis tool for pumps.
The film is about a widow.
Her operation in Kenya employs forty people.
The code is open source.
Pins are cheaper in bulk.
They pay the rent by concerts.
His Parkinson group dances on Mondays.
The odd socks are hers.
She is a bit of a night owl.
He was fired up about solar.
He seems shy.
She has difficult soil.
She is looking for a job.
His password talk was full.
She sleeps in a van in summer.
He is dead set on oak.
The deadline died with the sponsor.
She runs a hospice choir.
Der Vater hat die Werkstatt gebaut.
Sie sucht Bilder vom Strand.
Er war freundlich.
Her horse won.
She left her hometown at sixteen.
They separated the wires by colour.
She works on heart attack detection.
He had surgery lights installed.
He got the drug trial funded.
Their baby is four months old.
She adopted twins.
He gets up with the baby.
She said the crash cost them 40 orders.
Settle quarrels between neighbours before court.
She is looking for somebody to count breaks with her.
The bulb in the hall burnt out.
Phone line for lonely people, 7,000 calls.
Theremin concert, sounded like ghosts courting.
Ask her how the chemo went.
Congratulate her, she is pregnant.
"""


@pytest.mark.parametrize("sentence", PRIVATE.strip().splitlines())
def test_secrets_troubles_and_ill_opinions_are_private(sentence: str) -> None:
    assert is_delicate(sentence)


@pytest.mark.parametrize("sentence", FIT_TO_BE_SAID.strip().splitlines())
def test_work_on_a_trouble_and_what_sounds_alike_may_be_said(sentence: str) -> None:
    assert not is_delicate(sentence)


def test_what_goes_on_about_it_is_left_out_with_it_and_the_rest_stays() -> None:
    text = "She runs a choir. Her father died in March. It was cancer. They sing in Leith."
    assert sayable(text) == "She runs a choir. They sing in Leith."
    assert kept_back(text) == ("Her father died in March.", "It was cancer.")


def test_an_order_to_keep_away_is_for_the_writer_alone() -> None:
    assert sayable("Ben sells paper. Avoid him.") == "Ben sells paper."
