/**
 * Conversations with buyers and renters. A line: who speaks (`>` the lead, `<` the team, doubled for email, `#` a note),
 * after how long (`+20m`, `+3h`, `+2d`), and the words; `{a|b}` is one of them, `$street` and the like are filled in.
 * An email that opens a thread has `subject :: text`.
 */
export const BUYER_SCRIPTS = {
  firstTour: `
> {Hi|Hello}, I saw {the listing for|your sign at} $street. Is it still available?
+6m < Hi $first, this is $agent with Harbor Realty. Yes, it is! Would $day at $hour work for a showing?
+14m > {That works|Yes please}. {Is there parking?|Do I need to bring anything?|How long does it take?}
+9m < {Street parking is easy there|No need, just yourself}. I'll meet you at the front door.
+3m > {Great, see you then|Perfect 👍|Thank you!}
+1h # Showing booked, $street, $day $hour. Pre-approval not discussed yet.
+3d < Good to meet you, $first! What did you think of $street?
+40m > {We liked it, but the kitchen is small|Loved the light. The commute is the question|Nice, but over our budget}. {Anything similar nearby?|What else do you have?}
+25m < I have two in mind that fit better, both around $price. Shall I set up a short tour for $day2?
+2h > {Yes, morning is best|Please do|Sure, after work if possible}`,
  preApproved: `
>> Looking for a home near good schools :: Hi,

my wife and I are relocating in the spring and are looking for {three|four} bedrooms near good elementary schools. We are pre-approved up to $price.

Could you send us what you have right now? We'd like to see a few places when we visit {in two weeks|next month}.

Thanks,
$name
+2h << Hi $first,

thank you for writing, and congratulations on the move! Three homes come to mind right away:

- $street, $price, walking distance to Lincoln Elementary
- $street2, a little more yard, quiet cul-de-sac
- one that is not on the market yet; I can tell you about it on the phone

When do you arrive? I'll line up showings for all three.

Best,
$agent
Harbor Realty
+1d >> This is wonderful, thank you. We land on $day and have until Sunday. $street2 looks closest to what we want. Is the basement finished?
+3h << It is: 400 sq ft, permitted, with a half bath. I've put us down for $day2 at $hour at $street2 and right after at $street.
+20m # Serious buyers, relocation package from his employer. Lender letter in the shared folder.
+5h >> Perfect. See you $day2!`,
  openHouse: `
< Hi $first, $agent from Harbor Realty. Thanks for stopping by the open house at $street {today|yesterday}! Any questions I can answer?
+2h > {Yes, do you know when the roof was done?|What are the HOA fees?|Is the seller flexible on price?}
+12m < {2019, with a 30-year warranty|$410 a month, water included|There is some room, they want a quick close}. Happy to send the disclosures if you like.
+5m > Please do. {My email is|You have my email:} $email
+30m << Disclosures for $street :: Hi $first,

here are the disclosures and the inspection report for $street, as promised. Page 14 has the part about the {foundation|sewer lateral|roof}.

Call me any time,
$agent
+1d > Got them, thanks. {We need to think about it|Talking to our lender today|We might make an offer}.
+2d < Of course. The seller reviews offers on $day at noon, so let me know before then if you want to write one.`,
  renter: `
> Is the {1|2} bedroom at $street still for rent? {I have a small dog|We're two quiet grad students|I can move in on the 1st}
+15m < Hi! It is. {Small dogs are fine with a deposit|The owner loves grad students|The 1st works}. Want to come by $day at $hour?
+4m > Yes! What is the rent again?
+2m < {2,350|2,780|3,100} a month, {water and garbage|heat} included. One month deposit.
+6m > {ok see you $day|Sounds good|Can I bring my roommate?}
+2d # Showed the flat. Likes it, income is 2.8x the rent, owner wants 3x. Asked about a cosigner.
+1d < The owner is happy to go ahead if you have a cosigner. Is that possible?
+3h > My {dad|aunt|sister} can do it. What do you need from {him|her|them}?
+10m < Just the application form and two pay stubs. I'm emailing you the link now.`,
  offerAccepted: `
> We want to write an offer on $street. {Asking price|A bit under asking} ok?
+3m < Great! There are two other offers, so let's talk strategy. Can you take a call at $hour?
+1m > yes
+2h # Offer written at $price, 21-day close, appraisal contingency kept.
+1d << Your offer on $street is accepted! :: Dear $first,

congratulations! The sellers accepted your offer on $street this morning. Next steps:

1. Earnest money (3%) to Northpoint Title by $day
2. Inspection on $day2 at $hour
3. Your lender orders the appraisal

I'm so happy for you.

$agent
+12m >> We are over the moon!! Thank you so much for everything. Wiring the earnest money today. One question: can my parents come to the inspection?
+18m << Absolutely, bring them along. Please call Northpoint on their published number before you wire anything; never trust wiring instructions in an email.
+9d > Keys in hand! {You're the best|Thank you for everything} 🔑🏡
+5m < Welcome home, $first! 🎉`,
  justBrowsing: `
> what do condos go for around $street
+30m < Hi $first! Recent sales there were between $price and $price2. Are you looking to buy or just curious?
+1h > just curious for now. maybe next year
+5m < No problem at all. I'll check in when something special comes up. Have a great day!`,
  investor: `
>> Multifamily, 4 to 8 units :: Hello,

I'm looking for multifamily in the East Bay, 4 to 8 units, up to $price2 per door. Value-add is fine. Cash or 1031.

What do you see off market?

$name
$company
+4h << Hi $first, good timing. I have a sixplex with below-market rents where the owner wants to retire. I need an NDA before I can send the rent roll. Shall I send it over?
+1h >> Yes, send it to this address.
+2d # NDA signed. Rent roll sent. Cap rate at asking is 4.9, he wants 5.5.
+3d >> Numbers are tight. If they come down {5|8} percent I would look at it seriously.
+1d << I talked to the owner; there is some room if you can close in 45 days with no financing contingency.`,
  abroad: `
> Hello! We live abroad and want to buy a pied-à-terre. Can you do video tours? 🎥
+40m < Hi $first, absolutely! I do them on FaceTime, WhatsApp or Zoom. What time zone are you in?
+5h > We are 9 hours ahead of you. Your morning, our evening is best 🙂
+10m < Then $day at 8:30 my time? I'll walk you through $street and the neighborhood.
+1h > Perfect, merci/danke! Please send a link by email too.
+20m << Video tour on $day :: Hi $first,

here is the link for $day at 8:30 am Pacific: https://meet.example.com/harbor-tour

You'll see $street ($price), the rooftop, and the walk to the ferry.

Talk soon,
$agent`,
};
