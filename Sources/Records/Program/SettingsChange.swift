import Text

/// A change of one setting.
package struct SettingsChange: Sendable, Equatable {
  /// `program.json`, or the id of one of the program's own instruments.
  package let document: String
  /// A key of that document.
  package let key: String
  /// The value before; nil if the document did not have the key.
  package let old: JSONValue?
  /// The value after; nil if the document no longer has the key.
  package let new: JSONValue?
}

/// The settings in a line of history: what was changed, and why.
package struct SettingsEntry: Sendable, Equatable {
  package let reason: String
  package let changes: [SettingsChange]

  package init(reason: String, changes: [SettingsChange]) {
    self.reason = reason
    self.changes = changes
  }

  /// The entry as text for the column `reason`: a JSON object on one line, without control
  /// characters.
  package var text: String {
    JSONWriter.compact(
      .object([
        "reason": .string(reason),
        "changes": .array(
          changes.map { change in
            .object([
              "in": .string(change.document), "key": .string(change.key),
              "old": change.old ?? .null, "new": change.new ?? .null,
            ])
          }),
      ]))
  }

  /// Reads an entry from such a text; nil for any other text.
  package init?(text: String) {
    guard let document = try? JSONDocument.parse(Array(text.utf8), file: "") else { return nil }
    var reader = JSONObjectReader(document, file: "")
    reason = reader.optionalString("reason") ?? ""
    changes = reader.objects("changes") { change in
      SettingsChange(
        document: change.string("in"), key: change.string("key"), old: change.value("old"),
        new: change.value("new"))
    }
    reader.finish()
    guard reader.problems.isEmpty else { return nil }
  }
}
