import Instruments
import Text

/// A program's settings with the instruments that they name, as needed to read and analyze records.
package struct Program: Sendable {
  package let settings: ProgramSettings
  /// The instruments of the settings, in order.
  package let instruments: [Instrument]

  /// - Parameters:
  ///   - settings: the settings in `program.json`.
  ///   - available: the built-in instruments and the program's own.
  ///   - file: the name of `program.json`, for messages.
  /// - Throws: every instrument and rule in the settings that does not exist, and a savings rate
  ///   for an instrument that does not count unhealthy days.
  package init(
    settings: ProgramSettings, available: [Instrument], file: String
  ) throws(Problems) {
    self.settings = settings
    var problems: [Diagnostic] = []
    var instruments: [Instrument] = []
    for id in settings.instruments {
      if let instrument = available.first(where: { $0.id == id }) {
        instruments.append(instrument)
      } else {
        let names = available.map(\.id.rawValue)
        problems.append(
          Diagnostic(
            "there is no instrument “\(id)”",
            at: SourceLocation(file: file, keyPath: "instruments"),
            remedy: NearMiss.suggestion(for: id.rawValue, among: names)
              ?? "put its file into instruments/, or see `outcomes instruments`"))
      }
    }
    for (id, rule) in settings.missingItemRules.sorted(by: { $0.key < $1.key }) {
      let instrument = instruments.first { $0.id == id }
      if instrument?.missingItemRule(named: rule) == nil {
        let known = ["complete"] + (instrument?.missingItemRules.map(\.name) ?? [])
        problems.append(
          Diagnostic(
            "“\(id)” has no missing-item rule “\(rule)”",
            at: SourceLocation(file: file, keyPath: "missing_items"),
            remedy: "allowed: \(known.joined(separator: ", "))"))
      }
    }
    problems += Self.problems(withRate: settings.savings, available, file: file)
    guard problems.isEmpty else { throw Problems(problems) }
    self.instruments = instruments
  }

  /// Returns a problem if a rate per unhealthy day is for an instrument that does not count them.
  private static func problems(
    withRate rate: SavingsRate?, _ available: [Instrument], file: String
  ) -> [Diagnostic] {
    guard let rate else { return [] }
    let instrument = available.first { $0.id == rate.instrument }
    guard instrument?.countsUnhealthyDays != true else { return [] }
    let fitting = available.filter(\.countsUnhealthyDays).map(\.id.rawValue)
    return [
      Diagnostic(
        instrument.map {
          "the rate needs a count of unhealthy days in 30, and the score of \($0.name) is not one"
        } ?? "there is no instrument “\(rate.instrument)”",
        at: SourceLocation(file: file, keyPath: "savings.instrument"),
        remedy: "allowed: \(fitting.joined(separator: ", ")); to value a point of another score,"
          + " use `valuations`")
    ]
  }

  /// The program's timepoints, in the order of their days; the first is the baseline.
  package var timepoints: [Timepoint] { settings.timepoints }

  /// The instrument with this id, if the program uses it.
  package func instrument(_ id: InstrumentID) -> Instrument? {
    instruments.first { $0.id == id }
  }

  /// The rule that the program applies to missing items of an instrument.
  package func missingItemRule(for instrument: Instrument) -> MissingItemRule {
    settings.missingItemRules[instrument.id].flatMap(instrument.missingItemRule(named:))
      ?? .completeOnly
  }
}
