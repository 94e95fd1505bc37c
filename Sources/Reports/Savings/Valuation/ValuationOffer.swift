import Documents
import Analysis
import Instruments
import Records
import Text

/// A valuation ready to copy, for a program that asks for life satisfaction and has none.
enum ValuationOffer {
  /// Nothing where there is a valuation already, no follow-up to value, or the output is to be
  /// shared.
  static func blocks(for program: Program, _ disclosure: Disclosure) -> [Block] {
    let instrument = BuiltInInstruments.onsLifeSatisfaction.id
    guard program.settings.valuations.isEmpty, program.instrument(instrument) != nil,
      program.timepoints.count > 1, disclosure.policy == nil
    else { return [] }
    let list = JSONValue.array([Valuation.wellby2021(instrument: instrument).json])
    let lines = JSONWriter.pretty(.object(["valuations": list])).split(separator: "\n")
    return [
      .paragraph(
        "This program asks for life satisfaction. To see what its change is worth in WELLBY, beside"
          + " the savings and not added to them, copy this into program.json:"),
      .diagram(lines.dropFirst().dropLast().map(String.init)),
    ]
  }
}
