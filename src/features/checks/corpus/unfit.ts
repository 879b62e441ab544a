// Posts that should not go out as they are, each beside the rule that ought to find it.
import { ruleNames, type RuleName } from '../finding.ts';

export interface Unfit {
  readonly rule: RuleName;
  readonly text: string;
}

const lists: Partial<Record<RuleName, string>> = {
  'pupil-full-name': `
Well done to Amelia Brown for winning the poetry prize!
our star of the week is amelia brown
AMELIA BROWN IS OUR READER OF THE MONTH
Amelia Brown's painting will hang in the hall.
Congratulations, Millie Brown, on your swimming badge.
Star of the week: Brown, Amelia
Amelia J. Brown played the cello.
What a picture by #AmeliaBrown
See @ameliabrown for more of her poems.
Goal by Òscar Fenwick-Jones, and what a goal!
Oscar Jones scored twice.
Mary Jane O'Neill and friends led the assembly.
Maryjane ONeill read the lesson.
Thank you to Amelia and Oscar Fenwick-Jones.
Аmеliа Вrown came first in the high jump.
Am3lia Br0wn came second.
`,
  'pupil-identifiable': `
Amelia in 4B has won a prize.
Well done to Amelia B for her painting.
Our Year 4 star is Amelia!
Kingfisher class: Oscar is our mathematician of the week.
`,
  'personal-email': `
Send your photos to jo.bloggs@gmail.com by Friday.
Contact Sam at sam.smith1984@hotmail.co.uk for tickets.
E-mail me: mrs_green_teacher@yahoo.com
Write to jo dot bloggs at gmail dot com.
Reach me on k.patel [at] outlook [dot] com
My address is teacherjen (at) icloud.com
`,
  'personal-phone': `
Text Jo on 07700 900123 to order a hoodie.
Call +44 7700 900456 if you find the hamster.
Ring Sam on 020 7946 0018 after six.
My number is 0113 496 0999.
Lifts: phone 01632 960001.
Mobile: 07700-900-789
call me on 0770 0900 321
oh seven seven double oh nine oh oh one two three is my number
Trip leader's mobile 07911 123456 for the day.
Hamster found: (01632) 960 555
`,
  'postal-address': `
The party is at 12 Acacia Avenue, all welcome.
Collect your parcel from SW1A 2AA.
Mrs Hill lives at 7 Chapel Lane.
Send cards to Flat 3, 45 High Street.
Our pupil of the month lives in PE30 5QQ.
The address is DN55 1PT.
Drop donations at 88a Station Road, LE2 3AB
`,
  'personal-identifier': `
NI number QQ123456C was found on a slip in the hall.
Her NHS number is 943 476 5919.
His date of birth is 14 March 2015.
DOB: 03/09/2014
She was born on 1st May 2016 and is our youngest pupil.
The UPN of the pupil is A123456789012.
Lost card: NI AB 12 34 56 A
`,
  'named-adult': `
Thank you to Mrs Patel for running the chess club.
Mr Hughes has left us after ten years.
Our new caretaker Tom Hillman mended the gate.
Amelia's mum baked the cakes.
Ngozi Okafor told us about her childhood.
Dr Shah will talk to Year 6 about teeth.
`,
  derogatory: `
Mrs Holt is a terrible teacher and everyone knows it.
The headteacher is useless.
What a pathetic excuse from the council: they are incompetent.
Our parents are lazy and never read letters.
The naughtiest boy in school has finally gone home.
This school is a joke.
Our trust is a shambles and head office has no idea.
The coach company are liars.
He should be ashamed of himself.
Ngozi Okafor is hopeless at her job.
The builders stole money from the PTA.
Acme Coaches ripped us off.
The caterers are crooks and the food is disgusting.
You can't trust the governors, they are lying to us.
The supplier committed fraud.
Some stupid parents parked on the zigzags again.
Our trust doesn't care about our children.
The opposing team were cheats.
That boy is an idiot.
The local authority let our children down and should be ashamed.
The trust couldn't organise anything.
Dodgy builders left the roof leaking.
Mr Price was drunk at work.
Calm down and read the letter properly.
For the last time, stop moaning about uniform.
`,
  offensive: `
What a shit week that was.
This weather is f*cking awful.
Bollocks to the rain, sports day is on!
That referee was a complete wanker.
sh1t happens
Someone should punch you in the face.
I'll kill you if you park there again.
We know where you live.
You'll regret that comment. Watch your back.
Nobody wants you here, you pathetic scum.
Go and drop dead.
What the fuck was that, referee?
`,
  discriminatory: `
Don't be such a retard.
The pikeys have camped on the field again.
That is so gay.
Girls can't play football.
All immigrants are lazy.
Go back to your own country.
Women belong in the kitchen.
Those Muslims are ruining the town.
He throws like a girl.
Young applicants only, please.
Gay people are unnatural.
We don't want travellers here.
The village is overrun with immigrants.
What a spaz.
`,
  opinion: `
I personally think homework is a waste of paper.
In my opinion the new curriculum is a step backwards.
Vote Labour on Thursday!
The government must stop cutting schools.
Tory cuts have ruined education.
Sign the petition against Ofsted.
Join the teachers' strike on Tuesday.
Brexit was a disaster for our families.
Nigel Farage is right about the borders.
Jesus is the only way.
Religion is nonsense.
Stop the boats!
Free Palestine.
Our local MP deserves your vote.
If you ask me, SATs are pointless.
Climate change is a hoax.
I think the government hates teachers.
Vote for your local candidate.
Scrap SATs, and shame on the Conservatives for voting against it.
`,
  commitment: `
We guarantee every child a place in the choir.
We promise that this will never happen again.
Every child will get a tablet by Easter.
We will refund all tickets in full.
We will always reply within an hour.
You have our word that the pool will open in May.
The trust pledges to build a new hall.
No child will ever have to pay for a trip.
We'll make sure your child passes.
Rest assured that your child will be safe.
Places are guaranteed for siblings.
We will never close the nursery.
I promise you the roof will be fixed.
We will have the heating fixed by Monday.
`,
  extremism: `
We stand with Hamas.
Support Patriotic Alternative, they speak the truth.
White power!
Hitler did nothing wrong.
Our guest speaker is from Britain First.
Join the EDL march on Saturday.
Tommy Robinson is a hero.
Death to the infidels.
The great replacement is happening in our town.
Come and hear a talk by Hizb ut-Tahrir.
`,
  confidential: `
CONFIDENTIAL: draft budget for governors.
Not for publication: staff changes in September.
A pupil in Year 5 has been diagnosed with epilepsy.
He has an EHCP and needs a quiet room.
She is on a child protection plan.
One of our teachers is off sick with depression.
Oscar has ADHD and did so well today.
The family are in a custody battle.
Staff wifi password is Acorn2024.
His social worker came to sports day.
Our cook is facing redundancy.
A boy in Year 3 was excluded on Monday.
`,
  'live-location': `
Year 4 will be at Chester Zoo tomorrow.
We are taking 30 pupils to the beach on Friday at 10am.
Kingfisher class are walking to the library this afternoon.
Our football team are off to Riverside Park on Saturday, kick-off 10.30.
Year 2 are on the coach to the museum right now!
The choir will be singing in the town square at 2pm.
Every Thursday our gardening club goes to the allotments by the river.
Year 6 leave for their residential at Lakeside Camp on 12 May.
Our children swim at the leisure centre every Tuesday afternoon.
The walking bus meets outside the library at 8.15.
Class 4B are at St Mary's church today.
`,
  'private-contact': `
DM me if you want extra help.
Message me privately and I'll sort it.
Add me on Snapchat.
My Instagram is open, follow me.
Text me after school if you're stuck.
Keep this between us.
Don't tell your parents about the surprise trip.
Send me your number and I'll ring.
What's your snap?
Contact me at home any evening.
Join our class WhatsApp group.
DM us for details.
`,
  'personal-gain': `
Buy from my Etsy shop: use code ACORN10.
My wife's salon is open for bookings.
I'm selling my old car, £900.
I'm now an Avon rep: order from me.
Private tuition with me, £30 an hour.
Please support my GoFundMe.
Use my referral link and we both get £20.
20% off at Bella's Boutique, order now!
Make money from home, be your own boss.
My new book is out, order it from my website.
My husband's business does gutters.
`,
  copyright: `
Here is a photo I took from Google.
Picture copied from Pinterest.
We scanned the whole book for you.
Full lyrics below: sing along!
Watch the full film here for free.
Image courtesy of Getty Images.
I downloaded this song from YouTube for our video.
We don't own the rights to this music.
Worksheets borrowed from another school's website.
© Disney 2024
`,
  'suspicious-link': `
Sign up at https://bit.ly/3xyzabc
Pay here: http://parentpay-login.com/account
Log in at https://www.paypa1.com
Visit http://192.168.4.20/login
See https://google.com@evil.example/page
Claim at https://free-ipads.tk
Sign in here to keep your account.
Open https://xn--pple-43d.com
Please confirm your bank details by reply.
https://tinyurl.com/school-trip
https://micros0ft.com/teams
`,
  'incident-in-progress': `
We are in lockdown. Do not come to the school.
There is a fire in the kitchen.
Police are on site and we are evacuating.
A pupil has gone missing.
We've got an intruder in the building.
Please collect your child immediately.
There has been a serious accident outside the gates.
This is not a drill.
School is being evacuated because of a gas leak.
Ambulance at the school gates, please stay away from the area.
`,
};

export const unfit: readonly Unfit[] = ruleNames.flatMap((rule) =>
  (lists[rule] ?? '')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => ({ rule, text })),
);
