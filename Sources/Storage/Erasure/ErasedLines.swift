import Records
import Text

/// Rewrites the lines of a store file so that nothing in them names an erased participant.
///
/// Every line is sealed anew. Lines about the participant get the code as their id, and lose their
/// attributes and free texts. A reason in any other line that names the participant is removed as a
/// whole, and so is one about a form that was filed under another participant before it was moved
/// to this one. All other lines stay, byte for byte, up to their seals.
struct ErasedLines {
  private let erasure: Erasure
  private let code: [UInt8]
  private let misfiled: [MisfiledForm]
  /// The ids under which these were filed.
  private let misfiledUnder: [[UInt8]]
  /// The number of lines about each of these so far.
  private var linesBefore: [Int]
  private let file: StoreFile
  private let settings: ProgramSettings
  private let schema: LineSchema
  private let scanner: LineScanner
  private let place: SealPlace
  private var chain: SealChain
  /// The number of lines that were changed.
  private(set) var changed = 0

  /// - Parameter misfiled: the participant's forms that were filed under other ids first; none for
  ///   the participants file.
  init(
    _ erasure: Erasure, _ misfiled: [MisfiledForm], _ file: StoreFile, _ settings: ProgramSettings
  ) {
    self.erasure = erasure
    self.misfiled = misfiled
    misfiledUnder = Set(misfiled.map(\.place.participant.rawValue)).map { Array($0.utf8) }
    linesBefore = misfiled.map { _ in 0 }
    code = Array(erasure.code.rawValue.utf8)
    self.file = file
    self.settings = settings
    schema = file.schema(settings)
    scanner = LineScanner(schema: schema, format: settings.store)
    place = SealPlace(settings.store)
    chain = SealChain(settings.store)
  }

  /// Returns the lines as they are kept.
  /// - Parameter lines: whole lines, each with its line ending.
  mutating func rewritten(_ lines: ArraySlice<UInt8>) throws(Problems) -> [UInt8] {
    var kept: [UInt8] = []
    var position = lines.startIndex
    while position < lines.endIndex {
      let end = (lines[position...].firstIndex(of: ASCII.lineFeed) ?? lines.endIndex - 1) + 1
      let line = lines[position..<end - 1]
      if isConcerned(line) {
        try kept += rewritten(line: line)
      } else {
        kept += try unsealed(line)
        kept.append(ASCII.lineFeed)
      }
      position = end
    }
    return chain.sealed(kept)
  }

  /// Returns a sealed line about the file itself.
  mutating func line(_ event: FileEvent) -> [UInt8] {
    var bytes: [UInt8] = []
    LineWriter(schema: schema, format: settings.store).append(event.values(schema), to: &bytes)
    return chain.sealed(bytes)
  }

  /// True for a line that may have to be changed or left out: it contains the id or the code, an id
  /// under which a form was misfiled, or an escape that may stand for a letter of them, or is about
  /// the file.
  private func isConcerned(_ line: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(line)
    return place.mayBeAboutFile(bytes.span.bytes, 0..<bytes.count)
      || erasure.mayBeNamed(in: line)
      || ([code] + misfiledUnder).contains {
        ByteSearch.first($0, in: bytes, 0..<bytes.count) != nil
      }
      || settings.store == .json && line.contains(ASCII.backslash)
  }

  private func unsealed(_ line: ArraySlice<UInt8>) throws(Problems) -> [UInt8] {
    if let bytes = place.unsealed(line) { return bytes }
    throw unreadable(line)
  }

  /// Returns the line as it is kept, with its line ending; empty for one that is left out.
  private mutating func rewritten(line: ArraySlice<UInt8>) throws(Problems) -> [UInt8] {
    var bytes = Array(line) + [ASCII.lineFeed] + [UInt8](repeating: 0, count: ByteWord.size)
    var fields = LineFields(columns: schema.columns.count)
    var start = 0
    guard case .fields = scanner.scan(&bytes, from: &start, into: &fields) else {
      throw unreadable(line)
    }
    var values = (0..<fields.count).map { String(decoding: bytes[fields[$0]], as: UTF8.self) }
    let columns = EventColumns(schema)
    if values[columns.reason] == erasure.marker { return [] }
    let before = values
    erase(&values, columns)
    guard values != before else {
      return try unsealed(line) + [ASCII.lineFeed]
    }
    changed += 1
    values[values.count - 1] = ""
    return written(values, lacking: fields.lacking)
  }

  private mutating func erase(_ values: inout [String], _ columns: EventColumns) {
    let isMisfiled = countsAsMisfiled(values)
    if values[0] == erasure.id.rawValue {
      values[0] = erasure.code.rawValue
      for attribute in columns.attributes { values[attribute] = "" }
      let reason = values[columns.reason]
      if !reason.isEmpty { values[columns.reason] = EntryStamp.erased(reason) }
    } else if values[0].isEmpty, let event = FileAction(rawValue: values[columns.action]) {
      values[columns.reason] = text(of: event, values[columns.reason])
    } else if isMisfiled, !values[columns.reason].isEmpty {
      values[columns.reason] = removed(values[columns.reason], in: values[0])
    } else if erasure.mayBeNamed(in: values[columns.reason]) {
      // A merge that was taken back had given this participant the other's attributes.
      if EntryStamp.merges(erasure.id, values[columns.reason]) {
        for attribute in columns.attributes { values[attribute] = "" }
      }
      values[columns.reason] = removed(values[columns.reason], in: values[0])
    }
    if erasure.mayBeNamed(in: values[columns.recordedBy]) {
      values[columns.recordedBy] = Erasure.removed
    }
  }

  /// What stays of a reason in a line of another participant: where lines of theirs come from or
  /// went, if that does not name the erased one. Otherwise their own earlier ids could not be found
  /// any longer.
  private func removed(_ reason: String, in id: String) -> String {
    guard
      let origin = ParticipantID(rawValue: id).flatMap({ EntryStamp.origin(of: $0, by: reason) }),
      !erasure.mayBeNamed(in: String(origin))
    else { return EntryStamp.erased(reason) }
    return origin + Erasure.removed
  }

  /// True for a line about a form of the participant that was filed in a wrong place.
  private mutating func countsAsMisfiled(_ values: [String]) -> Bool {
    guard
      let form = misfiled.firstIndex(where: {
        $0.place.participant.rawValue == values[0] && $0.place.timepoint.rawValue == values[1]
          && $0.instrument.rawValue == values[2]
      })
    else { return false }
    linesBefore[form] += 1
    return linesBefore[form] <= misfiled[form].lines
  }

  /// The text of a line about the file. The digests of lines that a person accepted are left out,
  /// because these lines are sealed now.
  private func text(of event: FileAction, _ text: String) -> String {
    switch event {
    case .settings:
      guard let entry = SettingsEntry(text: text), erasure.mayBeNamed(in: entry.reason) else {
        return text
      }
      return SettingsEntry(reason: Erasure.removed, changes: entry.changes).text
    case .accept, .migrate, .quarantine, .erase:
      let text = Acceptance.withoutDigest(text)
      guard event != .erase, erasure.mayBeNamed(in: text) else { return text }
      let head = text.firstRange(of: ": ").map { text[..<$0.upperBound] } ?? ""
      return head + Erasure.removed
    }
  }

  /// A line with as many columns as it had before: lines that are older than an attribute lack it.
  private func written(_ values: [String], lacking: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    guard lacking > 0 else {
      LineWriter(schema: schema, format: settings.store).append(values, to: &bytes)
      return bytes
    }
    let columns = schema.columns.dropLast(lacking + 1) + [schema.columns[values.count - 1]]
    LineWriter(schema: LineSchema(Array(columns)), format: settings.store).append(
      values.dropLast(lacking + 1) + [""], to: &bytes)
    return bytes
  }

  private func unreadable(_ line: ArraySlice<UInt8>) -> Problems {
    Problems(
      Diagnostic(
        "a line cannot be read, so it is not known whether it names \(erasure.id)",
        at: SourceLocation(file: file.name(settings.store)),
        excerpt: String(decoding: line, as: UTF8.self),
        remedy: "see `outcomes check`; nothing was erased"))
  }
}

/// The columns of a store file that an erasure looks at.
private struct EventColumns {
  let action: Int
  let recordedBy: Int
  let reason: Int
  /// The columns of the attributes; none in the scores file.
  let attributes: Range<Int>

  init(_ schema: LineSchema) {
    let names = schema.columns.map(\.name)
    func position(_ name: String) -> Int { names.firstIndex(of: name) ?? 0 }
    action = position("action")
    recordedBy = position("recorded_by")
    reason = position("reason")
    attributes = reason + 1..<names.count - 1
  }
}
