import Instruments
import Text

/// The settings and the program's own instruments, which give the lines of a store their meaning,
/// each as a JSON document by key.
package struct SettingsRecord: Sendable {
  private var documents: [String: [String: JSONValue]] = [:]

  /// The name of the document with the settings.
  package static let program = "program.json"

  /// Creates an empty record.
  package init() {}

  /// Creates a record of settings without instruments of the program's own.
  package init(_ settings: ProgramSettings) {
    put(settings.json, Self.program)
  }

  /// Creates a record of the current state of a program. Built-in instruments belong to the version
  /// of outcomes.
  package init(_ program: Program) {
    self.init(program.settings)
    let builtIn = Set(BuiltInInstruments.all.map(\.id))
    for instrument in program.instruments where !builtIn.contains(instrument.id) {
      put(instrument.json, instrument.id.rawValue)
    }
  }

  private mutating func put(_ document: JSONValue, _ name: String) {
    guard case .object(let members) = document else { return }
    documents[name] = Dictionary(
      members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Applies the changes in a line of history.
  package mutating func apply(_ changes: [SettingsChange]) {
    for change in changes { documents[change.document, default: [:]][change.key] = change.new }
  }

  /// True if these are the settings that were recorded.
  package func has(_ settings: ProgramSettings) -> Bool {
    var others = self
    others.put(settings.json, Self.program)
    return changes(to: others).isEmpty
  }

  /// Returns the changes that turn this record into `later`; `program.json` first, then by name and
  /// key.
  package func changes(to later: SettingsRecord) -> [SettingsChange] {
    let instruments = Set(documents.keys).union(later.documents.keys).subtracting([Self.program])
    return ([Self.program] + instruments.sorted()).flatMap { name in
      let (old, new) = (documents[name] ?? [:], later.documents[name] ?? [:])
      return Set(old.keys).union(new.keys).sorted().compactMap { key in
        JSONValue.areSame(old[key], new[key])
          ? nil : SettingsChange(document: name, key: key, old: old[key], new: new[key])
      }
    }
  }

  /// Returns the program that was recorded.
  /// - Parameter current: the current settings; the file has their attributes.
  /// - Throws: anything that this version of outcomes can no longer read.
  package func program(now current: ProgramSettings) throws(Problems) -> Program {
    var settings = try ProgramSettings(reading: document(Self.program), file: Self.program)
    if current.attributes.starts(with: settings.attributes) {
      settings.laterAttributes = Array(current.attributes.dropFirst(settings.attributes.count))
    } else {
      settings.attributes = current.attributes
    }
    var own: [Instrument] = []
    for name in documents.keys.sorted() where name != Self.program {
      own.append(try Instrument(reading: document(name), file: name))
    }
    return try Program(
      settings: settings, available: BuiltInInstruments.all + own, file: Self.program)
  }

  private func document(_ name: String) -> JSONValue {
    .object((documents[name] ?? [:]).sorted { $0.key < $1.key }.map { JSONMember($0, $1) })
  }
}
