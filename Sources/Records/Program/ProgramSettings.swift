import Instruments
import Text

/// The settings in `program.json`: the timepoints, the instruments and everything else that defines
/// an evaluation.
package struct ProgramSettings: Sendable, Equatable {
  /// The version of the program's files.
  package var schema = ProgramSchema.current
  package var name: String
  /// The kind of store.
  package var store: LineFormat
  /// The timepoints in the order of their days.
  package var timepoints: [Timepoint]
  package var instruments: [InstrumentID]
  /// The names of what is known of each participant, such as `site`.
  package var attributes: [String]
  /// Attributes that were added after the moment in question; their columns come after the others.
  package var laterAttributes: [String] = []
  /// The missing-item rule of each instrument; instruments without one need complete items.
  package var missingItemRules: [InstrumentID: String]
  /// The program's own message beside an answer that needs a person's attention, if any.
  package var attentionMessage: String?
  /// The value of an unhealthy day avoided; nothing is estimated without it.
  package var savings: SavingsRate?
  /// Other assumed values of change. Each is estimated separately; they are never added up.
  package var valuations: [Valuation]
  /// The smallest number of people that may be shown in what is shared outside the program.
  package var privacy: PrivacySettings

  package init(
    name: String, store: LineFormat, timepoints: [Timepoint], instruments: [InstrumentID],
    attributes: [String], missingItemRules: [InstrumentID: String] = [:],
    attentionMessage: String? = nil, savings: SavingsRate? = nil,
    valuations: [Valuation] = [], privacy: PrivacySettings = PrivacySettings()
  ) {
    self.name = name
    self.store = store
    self.timepoints = timepoints
    self.instruments = instruments
    self.attributes = attributes
    self.missingItemRules = missingItemRules
    self.attentionMessage = attentionMessage
    self.savings = savings
    self.valuations = valuations
    self.privacy = privacy
  }

  /// The first timepoint, from which change is measured.
  package var baseline: Timepoint { timepoints[0] }
}
