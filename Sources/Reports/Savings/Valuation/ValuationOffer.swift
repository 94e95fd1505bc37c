import Documents
import Analysis
import Instruments
import Records
import Text

/// A valuation ready to copy, for a program that asks about life satisfaction and has none.
enum ValuationOffer {
  /// The valuation; empty if the program has one already or no follow-up, and in shared output.
  static func blocks(for program: Program, _ disclosure: Disclosure) -> [Block] {
    let instrument = BuiltInInstruments.onsLifeSatisfaction.id
    guard program.settings.valuations.isEmpty, program.instrument(instrument) != nil,
      program.timepoints.count > 1, disclosure.policy == nil
    else { return [] }
    let list = JSONValue.array([Valuation.wellby2021(instrument: instrument).json])
    let lines = JSONWriter.pretty(.object(["valuations": list])).split(separator: "\n")
    return [
      .paragraph(
        "This program asks about life satisfaction. To value its change in WELLBYs, beside the"
          + " savings and not added to them, copy this into program.json:"),
      .diagram(lines.dropFirst().dropLast().map(String.init)),
    ]
  }
}
