import Foundation
import Storage
import XCTest

@testable import Commands

/// A text file that shows commands with what they print: the program's examples and error messages,
/// run and compared.
///
///     $ outcomes enroll P001 --on 2026-01-05
///     P001 · enrolled on 2026-01-05
///     2> a line on the standard error
///     [exit 2]
///
/// `cd`, `ls`, `cat` and `export` work as in a shell, in their plainest form.
///
/// Lines that start with `%` prepare something: `% in DIR`, `% on DATE`, `% write FILE TEXT`, `%
/// append FILE TEXT` (with `\n`, `\0` and `\xFF` in TEXT), `% edit FILE OLD/NEW`, `% lines FILE 1 3
/// 2` to keep these lines in this order, `% copy FILE NEW`, `% empty FILE`, `% readonly`, `% pipe
/// FILE`, `% link FILE TARGET`, `% move FILE TO`, `% mode 644 FILE`, `% type n y` for what a person
/// at a terminal answers to the questions of the next command, the last to all that follow, `% set
/// NAME VALUE` for an environment variable, `% window 60 24` for the size of the terminal. Lines
/// that start with `//` are comments; a blank line may stand before one.
///
/// Lines that start with `>>>` after a command are keys that a person types: `>>> 2 1 <enter>`.
/// Before the first of them, and after each, the terminal is shown as it is then.
struct Transcript {
  private let lines: [String]

  init(text: String) {
    lines = text.components(separatedBy: "\n")
  }

  init(_ url: URL) throws {
    self.init(text: try String(contentsOf: url, encoding: .utf8))
  }

  /// Runs the commands in a folder of their own and writes down what really happens, in the same
  /// form.
  func replayed() async throws -> String {
    let place = try TestWorld()
    var stage = Stage(place: place)
    var result: [String] = []
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("$ ") {
        result.append(line)
        let keys = lines[(number + 1)...].prefix { !$0.hasPrefix("$ ") && !$0.hasPrefix("% ") }
          .filter { $0.hasPrefix(TestTerminal.mark) }
        result += try await stage.run(String(line.dropFirst(2)), typing: keys)
      } else if line.hasPrefix("% ") {
        result.append(line)
        try stage.prepare(String(line.dropFirst(2)))
      } else if line.hasPrefix("//") {
        if number > 0, lines[number - 1].isEmpty, result.last?.isEmpty == false {
          result.append("")
        }
        result.append(line)
      }
    }
    return result.joined(separator: "\n") + "\n"
  }
}

/// Where a transcript's commands run.
private struct Stage {
  let place: TestWorld
  private var day = "2026-06-30"
  private var folder = ""
  private var isReadOnly = false
  private var answers: [String]?
  private var window = Terminal.Size(columns: 80, rows: 24)
  private var environment: [String: String] = [:]

  init(place: TestWorld) {
    self.place = place
  }

  mutating func run(_ commandLine: String, typing keys: [String]) async throws -> [String] {
    let words = ShellWords.split(commandLine)
    guard words[0] == "outcomes" else { return try runInShell(words) }
    let terminal = keys.isEmpty ? nil : TestTerminal(keys, window)
    let usual = ["TERM": "xterm", "LANG": "en_US.UTF-8"]
    var world = try place.world(
      day: day, files: isReadOnly ? Self.readOnlyFiles : .posix,
      environment: (terminal == nil ? [:] : usual).merging(environment) { $1 }, answers: answers,
      terminal: terminal)
    answers = nil
    if !folder.isEmpty { world.currentFolder += "/" + folder }
    let code = await Commands.run(Array(words.dropFirst()), world)
    let (out, err) = place.takeOutput()
    if let terminal {
      let state = terminal.modes.last ?? .asFound
      XCTAssertEqual(state, .asFound, "\(commandLine) leaves the terminal in another state")
      return terminal.session.map(clean) + (code == 0 ? [] : ["[exit \(code)]"])
    }
    return Self.lines(of: clean(out)) + Self.lines(of: clean(err)).map { "2> " + $0 }
      + (code == 0 ? [] : ["[exit \(code)]"])
  }

  /// Does what the few other commands do that a session shows.
  private mutating func runInShell(_ words: [String]) throws -> [String] {
    switch words[0] {
    case "cd":
      folder = words[1].components(separatedBy: "/").reduce(folder) { folder, step in
        step == ".." ? "" : step
      }
      return []
    case "ls":
      return try FileManager.default.contentsOfDirectory(atPath: file(words[1]).path)
        .filter { !$0.hasPrefix(".") }.sorted()
    case "cat": return Self.lines(of: try String(contentsOf: file(words[1]), encoding: .utf8))
    case "export":
      let parts = words[1].components(separatedBy: "=")
      environment[parts[0]] = parts[1]
      return []
    default:
      XCTFail("no session runs \(words[0])")
      return []
    }
  }

  mutating func prepare(_ line: String) throws {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    switch words[0] {
    case "in": folder = words.count > 1 ? words[1] : ""
    case "on": day = words[1]
    case "type": answers = words.count > 1 ? Array(words[1...]) : [""]
    case "window":
      window = Terminal.Size(columns: Int(words[1]) ?? 0, rows: Int(words[2]) ?? 0)
    case "set": environment[words[1]] = words.count > 2 ? words[2] : ""
    case "readonly": isReadOnly = true
    case "pipe": XCTAssertEqual(mkfifo(file(words[1]).path, 0o600), 0)
    case "link":
      try FileManager.default.createSymbolicLink(
        atPath: file(words[1]).path, withDestinationPath: words[2])
    case "move": try FileManager.default.moveItem(at: file(words[1]), to: file(words[2]))
    case "mode":
      try FileManager.default.setAttributes(
        [.posixPermissions: Int(words[1], radix: 8) ?? 0], ofItemAtPath: file(words[2]).path)
    case "empty": try Data().write(to: file(words[1]))
    case "write": try Data(Self.bytes(words[2])).write(to: file(words[1]))
    case "edit": try edit(file(words[1]), words[2])
    case "lines": try keepLines(of: file(words[1]), words[2])
    case "copy": try Data(contentsOf: file(words[1])).write(to: file(words[2]))
    case "append":
      let handle = try FileHandle(forWritingTo: file(words[1]))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(Self.bytes(words[2])))
      try handle.close()
    default: XCTFail("no such preparation: \(line)")
    }
  }

  /// Puts one text in the place of the first such text: `OLD/NEW`.
  private func edit(_ url: URL, _ texts: String) throws {
    let parts = texts.components(separatedBy: "/")
    let text = try String(contentsOf: url, encoding: .utf8)
    let range = try XCTUnwrap(text.range(of: parts[0]), "\(url.path) holds no \(parts[0])")
    try Data(text.replacingCharacters(in: range, with: parts[1]).utf8).write(to: url)
  }

  /// Keeps the lines of these numbers, in this order.
  private func keepLines(of url: URL, _ numbers: String) throws {
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let kept = numbers.split(separator: " ").compactMap { Int($0) }.map { lines[$0 - 1] + "\n" }
    try Data(kept.joined().utf8).write(to: url)
  }

  private func file(_ name: String) -> URL {
    place.folder.appendingPathComponent(folder).appendingPathComponent(name)
  }

  /// The place of a test is another one each time.
  private func clean(_ text: String) -> String {
    text.replacingOccurrences(of: place.folder.path, with: "/home/dana")
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.components(separatedBy: "\n")
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let letter = rest.popFirst() {
      guard letter == "\\", let escape = rest.popFirst() else {
        bytes += Array(String(letter).utf8)
        continue
      }
      switch escape {
      case "n": bytes.append(0x0A)
      case "0": bytes.append(0)
      case "x":
        bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0x3F)
        rest = rest.dropFirst(2)
      default: bytes += Array(String(escape).utf8)
      }
    }
    return bytes
  }

  /// A disk on which nothing can be written.
  private static var readOnlyFiles: FileSystem {
    var files = FileSystem.posix
    files.open = { path, purpose throws(FileError) in
      guard purpose == .reading || purpose == .folder else {
        throw FileError(action: "open", path: path, reason: .readOnly)
      }
      return try FileSystem.posix.open(path, purpose)
    }
    files.makeFolder = { path throws(FileError) in
      throw FileError(action: "create", path: path, reason: .readOnly)
    }
    return files
  }
}

/// Splits a command line as a shell does, as far as the transcripts need it.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for letter in line {
      if letter == quote {
        quote = nil
      } else if quote == nil, letter == "'" || letter == "\"" {
        quote = letter
        word = word ?? ""
      } else if letter == " ", quote == nil {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
