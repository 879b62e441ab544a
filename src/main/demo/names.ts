// Invented names as they are heard in an English playground: first and last names that go together.

interface Names {
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** Of a hundred pupils, about so many. */
  readonly share: number;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const NAMES: readonly Names[] = [
  {
    share: 58,
    first:
      words(`Amelia Olivia Isla Ava Freya Lily Florence Willow Ivy Poppy Evie Elsie Matilda Daisy Harriet Martha Edith
      Beatrice Tilly Orla Niamh Megan Seren Skye Eilidh Noah Oliver George Arthur Leo Theo Jack Harry Archie Alfie Freddie
      Henry Oscar Arlo Finley Toby Albie Rory Callum Ewan Rhys Dylan Owen Cormac Reuben Jude Elliot Wilfred Stanley`),
    last: words(`Fenwick Marsh Pike Dunn Hartley Ashdown Thwaite Bramley Holloway Cartwright Ogden Pickering Whitaker Sugden
      Rowbotham Tennant Crossley Haworth Lister Priestley Booth Garside Illingworth Ramsden Kershaw Mellor Openshaw Barraclough
      Davies Prosser Llewellyn Morgan Gallagher Brennan Sweeney Fraser Mackay Buchanan Wren Tolley Fairbrother Sandford`),
  },
  {
    share: 18,
    first:
      words(`Zainab Aisha Maryam Hafsa Inaya Amina Safa Noor Khadija Ibrahim Yusuf Musa Zayd Hamza Bilal Adam Ismail
      Simran Jasleen Harleen Arjun Gurpreet Anaya Diya Meera Kavya Rohan Aarav Vihaan Nikhil`),
    last: words(`Khan Aziz Hussain Ahmed Malik Rahman Chaudhry Iqbal Mirza Begum Patel Shah Desai Raman Nair Sharma Gill
      Sandhu Bains Dhillon`),
  },
  {
    share: 10,
    first: words(`Zuri Adaeze Temperance Esther Abigail Ife Ama Efua Naomi Grace Noah Zachary Emmanuel Tobi Kwame Kofi
      Daniel Samuel Josiah Malachi`),
    last: words(`Adeyemi Obi Okafor Mensah Boateng Eze Osei Balogun Campbell Gordon Francis Baptiste Kamara Mwangi`),
  },
  {
    share: 10,
    first:
      words(`Zofia Hanna Maja Lena Oliwia Freja Astrid Ilinca Ana Jakub Antoni Filip Szymon Kacper Mateo Luca Andrei Emil
      Nikolai Tomas`),
    last: words(`Nowak Kowalczyk Lewandowski Wojcik Zielinski Popescu Ionescu Lund Novak Horvat Petrov Ferreira Silva
      Marino`),
  },
  {
    share: 4,
    first: words(`Mei Lin Chloe Hana Yuna Ethan Ryan Kai Jun Minh`),
    last: words(`Chen Wong Cheung Nguyen Tran Tanaka Lim`),
  },
];

/** What some children are called instead, by the name on the register. */
export const CALLED: Readonly<Record<string, string>> = {
  Matilda: 'Tilda',
  Florence: 'Flo',
  Beatrice: 'Bea',
  Harriet: 'Hattie',
  Wilfred: 'Wilf',
  Abigail: 'Abi',
  Samuel: 'Sam',
  Zachary: 'Zach',
  Emmanuel: 'Manny',
  Mateo: 'Teo',
};
