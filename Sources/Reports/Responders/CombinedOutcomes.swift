import Documents
import Analysis
import Instruments

/// What is said, for people, by criteria that are not of one instrument's pairs.
enum CombinedOutcomes {
  /// Caseness, recovery and reliable change on PHQ-9 and GAD-7.
  static func blocks(of counts: TalkingTherapies, _ table: ResponderTable) -> [Block] {
    let count = ReadableNumber.integer
    return [
      .heading("By the criteria of NHS Talking Therapies" + counts.group.title),
      .paragraph(
        "\(count(counts.finished)) of \(count(counts.enrolled)) enrolled have PHQ-9 and GAD-7 at both"
          + " times and are counted; \(count(counts.measuredAtBaseline - counts.finished)) have both"
          + " at baseline alone,"
          + " \(count(counts.enrolled - counts.measuredAtBaseline)) lack one or both there."
          + " \(count(counts.atCaseness)) were at caseness at baseline. These are not official figures"
          + " of the NHS."),
    ]
      + (counts.finished == 0
        ? []
        : [
          .table(
            table.outcomes(
              [
                ("recovered, of those at caseness", counts[.recovered]),
                ("newly at caseness, of the others", counts[.newlyAtCaseness]),
                ("reliably improved", counts[.reliablyImproved]),
                ("no reliable change, or both ways", counts[.noReliableChange]),
                ("reliably deteriorated (mirror rule)", counts[.reliablyDeteriorated]),
                ("any measure reliably worse (CORC)", counts[.anyReliablyWorse]),
                ("reliably recovered, of those at caseness", counts[.reliablyRecovered]),
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
          + " \(count(counts.due)) of them are due at \(followUp). HEDIS itself looks 120 to 240 days"
          + " later."),
    ]
      + (counts.raised == 0
        ? []
        : [
          .table(
            table.outcomes(
              [
                ("followed up, of those due", counts[.followed]),
                ("response, of those followed", counts[.responseOfFollowed]),
                ("remission, of those followed", counts[.remissionOfFollowed]),
                ("higher than at baseline, of those followed", counts[.higherOfFollowed]),
                ("response, of those due", counts[.responseOfDue]),
                ("remission, of those due", counts[.remissionOfDue]),
              ], caption: "PHQ-9, raised at baseline"))
        ])
  }
}

extension CohortSelection.AttributeValue? {
  /// ` (site = North)`, or nothing for everybody.
  var title: String {
    guard let group = self else { return "" }
    guard group.merged == 0 else {
      return " (\(group.attribute): \(group.merged) values together, each with few people)"
    }
    return " (\(group.attribute) = \(group.value.isEmpty ? "not given" : group.value))"
  }
}
