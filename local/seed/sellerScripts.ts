/** Conversations with sellers, past clients and partners; the form is that of buyerScripts.ts. */
export const SELLER_SCRIPTS = {
  valuation: `
>> What is my house worth? :: Hi,

we're thinking about selling $street in the {spring|fall}. {Three|Four} bedrooms, two baths, new {roof|kitchen|windows} two years ago. Could you give us an idea of the price?

Thanks, $name
+1h << Hi $first,

happy to! Homes like yours sold between $price and $price2 in the last 90 days. For a number you can rely on I'd need to see it for half an hour. Does $day at $hour suit you?

$agent
Harbor Realty
+2h >> $day is good. Please park in the driveway, the street is being repaved.
+3d # Walkthrough done. Great bones, dated bathrooms. Suggested staging, no renovation. Range $price to $price2.
+1d << Valuation of $street :: Hi $first,

thank you for showing me around. Attached to your folder is the full comparison. My suggestion: list at $price, first showings on a weekend, offers the Wednesday after.

Shall we talk about it on $day2?

$agent
+2d >> We had hoped for a bit more but your reasoning makes sense. Let us discuss it at home and come back to you.`,
  listingPrep: `
< Morning $first! The photographer can come $day at $hour. Does that work for $street?
+20m > {Yes, we'll be out with the kids|That's fine, the key is under the blue pot|Could we do an hour later?}
+4m < Perfect. Please leave the lights on and the blinds open.
+2d < Photos are in and they are gorgeous 📷 We go live Thursday at 7 am.
+6m > So exciting!! {Do we need to leave for the open house?|Who writes the description?}
+3m < {Yes please, from 1 to 4|I do, you'll get a draft tonight}. I bring cookies.
+3d # 41 groups through on the weekend, 3 disclosure packages out.
+2h < 41 groups came through today! Three are taking disclosures. I expect offers by Wednesday.
+1m > WOW. Thank you!!`,
  priceDrop: `
>> Price of $street :: $agent, it's been three weeks and we only had one low offer. Should we lower the price?
+3h << Hi $first, I know the wait is hard. Showings are steady, so interest is there; two buyers said the price is just above their search limit. Going to $price would put us into the next bracket down. My advice: do it on $day, with new photos.
+1d >> OK. Let's do it. Can we do the new photos without the furniture in the den?
+40m << Yes. The stager comes $day2 at $hour to take it out.`,
  pastClient: `
< Hi $first, $agent here. One year in your home today! 🎉 How are you settling in?
+3h > Time flies! We love it. The {garden|porch|view} is everything. Hope you're well!
+4m < So glad to hear it. If you ever need a plumber or a painter, I have a list.
+2d > Actually yes, do you know a good {electrician|roofer|tree service}?
+25m < I trust $company. Tell them I sent you.`,
  referral: `
> Hi $agent, my {coworker|sister|neighbor} is thinking of selling. Can I give them your number?
+8m < That would be wonderful, $first, thank you! I'll take good care of them.
+2m > Done. They will text you {this week|tomorrow}
+1m # Send a thank-you card. Second referral this year.`,
  inspector: `
>> Inspection report, $street :: Hi $agent,

report for $street is ready: no structural issues, the water heater is at the end of its life, two GFCI outlets missing in the garage. Invoice follows.

$name
$company
+50m << Thanks, quick as always! Could you add a photo of the heater's label for the buyer's request list?
+2h >> Added as page 9.`,
  lender: `
> Appraisal for $street came in at value 👏
+2m < Best news today. Are we clear to close on $day?
+15m > Waiting on one pay stub from the borrower, then docs go out. Should be fine
+1m # $company: docs expected $day.`,
  wrongTime: `
< Hi $first, this is $agent with Harbor Realty. You asked about selling $street last year. Is it a better time now?
+1d > Not right now, {we refinanced|my mother moved in|we are staying put}. Maybe in a {year|couple of years}.
+10m < Totally understand. I'll note it down and won't bother you until then. All the best!`,
  noAnswer: `
< Hi $first, $agent from Harbor Realty. You looked at $street on our site. Would you like to see it in person?
+3d < Just checking in once more: $street is still available. A short text is enough, yes or no.
+1h # No answer to two texts. Leave it at that.`,
  emailNoAnswer: `
<< Homes that fit your search :: Hi $first,

two new listings match what you saved on our site: $street at $price and $street2 at $price2.

Reply if you'd like to see either one, or tell me what I should look for instead.

$agent
Harbor Realty`,
};
