import Instruments

/// The published figures that come with the program.
package enum BuiltInBenchmarks {
  package static let all = [publishedStudy, nodWaitingList, talkingTherapiesWaitingList]

  /// Bravata DM, Kim J, Russell DW, Goldman R, Pace E. Digitally Enabled Peer Support Intervention
  /// to Address Loneliness and Mental Health: Prospective Cohort Analysis. JMIR Formative Research
  /// 2023; 7:e48864, doi 10.2196/48864. The abstract was read; the tables were not. The percentages
  /// are quoted from two public articles. Neither says which form of the loneliness scale was used;
  /// the means as recalled fit only the three-item form.
  package static let publishedStudy = Benchmark(
    name: "published study", group: .program,
    source: Source(
      "Bravata et al. 2023, JMIR Formative Research 7:e48864", link: "doi 10.2196/48864",
      .quoted(by: "public articles; its tables were not read")),
    limits: ["single group, no comparison group", "the precision of its figures is not known"],
    figures: [
      .init(BuiltInInstruments.ucla3.id, day: 30, percentChange: -11.6),
      .init(BuiltInInstruments.ucla3.id, day: 90, percentChange: -14.6),
      .init(BuiltInInstruments.phq2.id, day: 90, percentChange: -50.1),
      .init(BuiltInInstruments.gad7.id, day: 90, percentChange: -29),
      .init(BuiltInInstruments.healthyDays.id, day: 90, percentChange: -13),
    ])

  /// The savings that the published study estimates, in US dollars per participant and year, by a
  /// formula that the sources read do not state; quoted like its percentages.
  package static let publishedSavings = 615.0

  /// The waiting list of the Nod trial: loneliness fell by 10.8 % within four weeks without any
  /// program.
  package static let nodWaitingList = Benchmark(
    name: "waiting list, Nod trial", group: .waitingList,
    source: Source(
      "Bruehlman-Senecal et al. 2020, JMIR Mental Health 7(10):e21496, table 3",
      link: "https://pmc.ncbi.nlm.nih.gov/articles/PMC7609198/table/table3", .read),
    limits: ["four weeks; people who had signed up for an app to reduce loneliness"],
    figures: [
      .init(
        BuiltInInstruments.uls8.id, day: 28, baselineMean: 18.91, followUpMean: 16.87),
      .init(BuiltInInstruments.phq9.id, day: 28, baselineMean: 6.65, followUpMean: 7.12),
      .init(BuiltInInstruments.gad7.id, day: 28, baselineMean: 6.85, followUpMean: 6.50),
    ])

  /// A waiting list for talking therapies, as transcribed in a blog.
  package static let talkingTherapiesWaitingList = Benchmark(
    name: "waiting list, Graham", group: .waitingList,
    source: Source("Graham 2020", .quoted(by: "cbtwatch.com; the original was not read")),
    limits: [
      "people referred because they were unwell, who often improve later without treatment",
      "people who left the waiting list are not in the second mean",
    ],
    figures: [
      .init(BuiltInInstruments.phq9.id, day: 84, baselineMean: 13.6, followUpMean: 8.0),
      .init(BuiltInInstruments.gad7.id, day: 84, baselineMean: 11.2, followUpMean: 7.0),
    ])
}
