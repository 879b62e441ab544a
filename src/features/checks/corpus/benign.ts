// Posts as schools write them, in which nothing should stop: the hard cases look like something they are not.
export const benign: readonly string[] = `
We will be closed on Monday 4 May for the bank holiday.
Remembrance Sunday service at St Mary's church: our choir sang beautifully.
Vote for your favourite book! Voting slips are in the library.
Polling station closure: school is closed for the general election.
Year 6 fought a brave match and came home with a draw.
The attack in our football match was led by some brilliant passing.
We can kill two birds with one stone: bring your reading book and your PE kit together.
Black History Month: Year 5 have been learning about Mary Seacole.
Disabled parking is available by the main gate.
Our Pride assembly celebrated families of every shape.
Well done to our chess club, who won three games in a row!
Cakes for sale at the PTA fair, all in aid of the school library.
The uniform shop is open: second-hand jumpers for sale at £2 each.
Please remember to bring a waterproof coat for forest school.
School lunches next week: fish and chips on Friday, as ever.
Our garden club planted potatoes, beans and a great many onions.
Year 3 loved their visit to the museum last week. Thank you for having us!
We had a fire drill this morning and everybody was out in three minutes.
The fire service visited Reception and showed us their engine.
Please ring the office if your child is unwell.
Nobody was late today. What a brilliant start to the week!
The Grinch stole Christmas, and our drama club stole the show.
Thank you to everyone who came to the coffee morning.
World Book Day is coming: come dressed as your favourite character.
Our assembly was about kindness and saying no to bullying.
Anti-Bullying Week: we learned what to do if somebody is being a bully.
Horrible Histories came alive in our Tudor day.
Year 4 made clay pots and painted them in bright colours.
Sports day photos are on the website. What a sunny afternoon we had!
Lost property is overflowing: please label coats and bottles.
Our new climbing frame is finished, and the children love it.
The wood at the edge of the field is full of bluebells.
Thank you to the volunteers who painted the fence.
Diabetes Awareness Week: our cake stall raised £120 for research.
We are raising money for epilepsy research with a sponsored walk.
World Autism Acceptance Day: come in something colourful.
Year 2 have been writing poems about autumn. We are proud of every one.
The weather is awful, so sports day is put off until next term.
What a terrible storm! Thank you to our site team for clearing the leaves.
Our football team lost, and shook hands with grace.
The book of the week is The Twits by Roald Dahl.
Stupid Deaths was the funniest part of the play, said the audience.
In science we learned that some materials are useless for keeping heat in.
Recycling: please put rubbish in the right bin.
The pond is dirty and full of life: newts, snails and a great diving beetle.
Thick snow is forecast. We will text families by half past seven if we must close.
Applications for September are open. Come and look round any Tuesday.
Parents' evening is on Thursday: book a slot through the office.
Our Year 6 leavers' assembly is on 18 July at 9.30. Families are welcome.
Inset day on Friday: school is closed to pupils.
The choir sang at the care home last week and were given biscuits.
Thank you to Penistone Primary for a friendly match.
Our cockapoo reading dog came to visit Year 1.
The Sussex dialect was the subject of our local history talk.
Scunthorpe United sent a coach to lead a football morning.
We studied Moby Dick and drew enormous whales.
Great tits and blue tits were the most common birds in our count.
Dick Whittington is our pantomime this year. Oh yes it is!
Lemon tarts and jam tarts were baked in cookery club.
Year 5 measured the mass of a class of objects and made a table.
Assessment week went well: everybody tried their best.
We learned about Boudicca, who fought the Romans.
Our topic on the Egyptians: Isis and Osiris, pyramids and mummies.
Year 9 studied the rise of the Nazis and the lessons of history.
Holocaust Memorial Day: we remembered the victims and lit a candle.
Malala's story: she stood up to the Taliban for the right to learn.
The Gunpowder Plot: was Guy Fawkes a traitor? Year 4 debated.
Our School Council held an election, and every class chose a member.
We visited Parliament and met people who work there.
Year 6 held a mock election with invented parties.
Labour of love: our mosaic took three weeks to finish.
Green Team are counting how many of us walk to school.
Reform of our lunch queue: two lines from now on.
Our conservative estimate is that we have eaten 900 satsumas.
The Victorians: children as young as five worked in the mills.
Suffragettes fought for the vote; Year 6 wrote speeches.
Eid Mubarak to all our families who are celebrating.
Happy Diwali! We made rangoli patterns in the playground.
Our Harvest Festival collected food for the local food bank.
Nativity tickets are on sale in the office at £1 each.
The vicar told us the story of the lost sheep.
We believe every child is special and can learn.
As a church school we begin the day with a prayer.
Thank you to our governors for judging the cake competition.
Non-uniform day raised £210 for Children in Need.
Our Young Enterprise group are selling candles they have made.
Book fair: spend your token in the hall after school.
Tickets for the summer fair are £2 and children go free.
We hope to open the new library after Easter.
We plan to hold sports day in June if the weather is kind.
Our aim is for everyone to enjoy reading.
We will be holding an open morning for new families.
We will have a cake sale after school on Friday.
We'll be learning about rivers this half term.
School photographs will be taken on Tuesday morning in the hall.
Clubs start again next week: see the list on our website.
Key Stage 2 SATs begin on 11 May. Early nights, please!
There is no football club tonight because of the wet field.
Year 1 went on a bear hunt in the woods yesterday.
Reception enjoyed their trip to the farm and fed the lambs.
Last week Year 5 visited the science museum and loved the rockets.
Come and see our art exhibition: families welcome from 3.30.
Our eco councillors have counted 43 kinds of plant on the field.
Homework: read for ten minutes, and practise your spellings.
Thank you for all your kind messages about our inspection.
Our inspection report is on the website.
We are recruiting a midday supervisor. Details on the website.
Maths fact of the day: 144 is twelve twelves.
Our score was 24-18 in the netball, and 3-2 in the hockey.
The raffle numbers are 12, 45, 78, 101 and 203.
The code of the safe in our maths puzzle had four digits.
Registered charity number 1234567.
Our roll has passed 200 for the first time in 10 years.
We learned the 7, 8 and 9 times tables in 2024 and 2025.
The order of the day: 9.00 register, 9.15 assembly, 10.30 break.
We walked 10 miles between us for charity.
Four children walk, two scoot and one comes by tractor.
We are three in a row in the league.
10 green bottles was the song of the day.
In Year 4 Park rangers told us about otters.
Grid reference SK 123 456 is where our treasure hunt began.
Volcano model: 2 parts vinegar, 1 part bicarbonate of soda.
KS2 1st place, KS1 2nd place in the quiz.
Room E1 4th floor is where the robotics club met at the university.
Safer Internet Day: never give your password to anyone.
Keep passwords safe, and tell an adult if something worries you.
Be careful: a scam email is going round. We never ask for bank details.
Read our newsletter at https://www.example.sch.uk/newsletter.
The BBC has good revision pages at https://www.bbc.co.uk/bitesize.
Learn more about birds at www.rspb.org.uk.
Term dates are at https://www.gov.uk/school-term-holiday-dates.
Calm down corner is a lovely place to breathe and think.
Year 2 learned that lying in the sun can burn your skin.
The cheat sheet for our times tables is in the book bag.
Fat balls for the birds: Year 1 made twelve.
It was crazy hair day, and what crazy hair it was!
Mad Science club starts on Monday after school.
The wicked witch was the best part of our play.
Our slow cooker soup fed the whole class.
Ugly Duckling is the story that Nursery chose.
The lockdown practice went well: everybody was calm and quiet.
Police dogs visited us and showed us their tricks.
An ambulance came to show Reception how it works.
We learned about floods in Bangladesh and raised £80.
The Great Fire of London: our model houses burned beautifully.
Our heating is mended, and school is open as usual tomorrow.
Please do not park on the zigzag lines.
Parents and carers: please keep dogs outside the gates.
Some pupils wrote to an author, and she wrote back!
Girls' football starts again on Wednesday. Boys' netball too!
This Girl Can: women in sport was the theme of assembly.
We celebrated International Women's Day with a display of scientists.
Our wheelchair basketball afternoon was tremendous fun.
Our deaf awareness day taught us to sign good morning.
Chinese New Year: Year 3 made dragons.
Gypsy, Roma and Traveller History Month: we heard wonderful stories.
Refugee Week: Year 6 read The Boy at the Back of the Class.
Windrush Day: a visitor told us of her journey.
Mother's Day cards: keep it a surprise until Sunday!
Two girls in our choir sang a duet, and the hall was silent.
Our caretaker deserves a medal for all that snow.
No school is perfect, and we are never bored.
Our results are the best we have had.
The dinner ladies made a birthday cake for the school: 100 years!
Please return library books by the end of term.
The new bike shed is nearly finished.
Bonfire night safety: always hold sparklers with gloves on.
We made chocolate fudge, and it was delicious.
Our rock pool day was cold, wet and wonderful.
PE kit is needed every day next week.
Year 7 taster day: a good time was had by all.
Photo: our garden in spring, taken by the gardening club.
All our pictures are our own.
Our poem of the week is by a pupil and used with permission of the author.
Copyright assembly: why we ask before we use someone's picture.
Year 3 will read to Nursery on Friday.
We had a summer day of painting, and the rose in the garden opened.
May we park by the church? Yes, we may.
Thursday's menu: brown rice, green beans and a young carrot salad.
Mark your diaries: the grand opening is on 5 June.
`
  .trim()
  .split('\n');
