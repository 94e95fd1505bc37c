import Instruments
import Text

/// What `program.json` says: what is being evaluated, when, and with which questionnaires.
package struct ProgramSettings: Sendable, Equatable {
  /// The version of the program's files.
  package var schema = ProgramSchema.current
  package var name: String
  /// The kind of store.
  package var store: LineFormat
  /// In the order of their days.
  package var timepoints: [Timepoint]
  package var instruments: [InstrumentID]
  /// Names of what is known of each participant, such as `site`.
  package var attributes: [String]
  /// Attributes that were added later than the moment that is asked about: the file has them after
  /// the others.
  package var laterAttributes: [String] = []
  /// The missing-item rule asked for, by instrument; complete items only for every other.
  package var missingItemRules: [InstrumentID: String]
  /// What the program wants said beside an answer that needs a person's attention, if anything.
  package var attentionMessage: String?
  /// What an unhealthy day avoided is worth; without it nothing is estimated.
  package var savings: SavingsRate?
  /// What else change is taken to be worth, each for itself; never added.
  package var valuations: [Valuation]
  /// How small a number of people may be shown in what leaves the program.
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

  /// The timepoint that change is counted from: the first.
  package var baseline: Timepoint { timepoints[0] }
}
