import Documents
import Analysis
import Instruments

/// Outcomes by published criteria whose denominators are not the pairs of one instrument.
enum CombinedOutcomes {
  /// Caseness, recovery and reliable change on PHQ-9 and GAD-7.
  static func blocks(of counts: TalkingTherapies, _ table: ResponderTable) -> [Block] {
    let count = ReadableNumber.integer
    return [
      .heading("By the criteria of NHS Talking Therapies" + counts.group.title),
      .paragraph(
        "Enrolled: \(count(counts.enrolled)). Scored on PHQ-9 and GAD-7 at both times, and counted:"
          + " \(count(counts.finished)); on both at baseline only:"
          + " \(count(counts.measuredAtBaseline - counts.finished)); not on both at baseline:"
          + " \(count(counts.enrolled - counts.measuredAtBaseline)). At caseness at baseline:"
          + " \(count(counts.atCaseness)). These are not official NHS figures."),
    ]
      + (counts.finished == 0
        ? []
        : [
          .table(
            table.outcomes(
              [
                ("recovered, among those at caseness", counts[.recovered]),
                ("newly at caseness, among the others", counts[.newlyAtCaseness]),
                ("reliably improved", counts[.reliablyImproved]),
                ("no reliable change, or mixed", counts[.noReliableChange]),
                ("reliably deteriorated (mirror rule)", counts[.reliablyDeteriorated]),
                ("any measure reliably worse (CORC)", counts[.anyReliablyWorse]),
                ("reliably recovered, among those at caseness", counts[.reliablyRecovered]),
              ], caption: "PHQ-9 and GAD-7 together"))
        ])
  }

  /// Response and remission on PHQ-9.
  static func blocks(
    of counts: DepressionResponse, _ table: ResponderTable, at followUp: String
  ) -> [Block] {
    let count = ReadableNumber.integer
    return [
      .heading("HEDIS-style criteria at \(followUp), not HEDIS" + counts.group.title),
      .paragraph(
        "\(ReadableNumber.count(counts.raised, "participant")) with PHQ-9 above 9 at baseline;"
          + " \(count(counts.due)) due at \(followUp). HEDIS itself measures 120 to 240 days"
          + " later."),
    ]
      + (counts.raised == 0
        ? []
        : [
          .table(
            table.outcomes(
              [
                ("followed up, among those due", counts[.followed]),
                ("response, among those followed up", counts[.responseOfFollowed]),
                ("remission, among those followed up", counts[.remissionOfFollowed]),
                ("above baseline, among those followed up", counts[.higherOfFollowed]),
                ("response, among those due", counts[.responseOfDue]),
                ("remission, among those due", counts[.remissionOfDue]),
              ], caption: "PHQ-9, elevated at baseline"))
        ])
  }
}
