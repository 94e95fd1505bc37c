import Records

/// The header of one entry of a tar archive.
///
/// A header is 512 bytes in the “ustar” format (POSIX.1-2017, `pax`, “ustar Interchange Format”).
/// Only what a backup needs is used: files and folders that only their owner can read, with user
/// and group 0.
struct TarHeader: Sendable, Equatable {
  /// The kind of an entry, by the byte that encodes it.
  enum Kind: UInt8, Sendable {
    case file = 0x30
    case folder = 0x35
  }

  /// The size of a header in bytes; contents are padded with zeros to a multiple of it.
  static let blockSize = 512

  /// The path relative to where the archive is unpacked, without a slash at the end.
  let path: String
  let kind: Kind
  /// The size of the contents in bytes; 0 for a folder.
  let size: Int
  /// The time of the last change, not before 1970.
  let modified: Timestamp

  /// The path, divided between its two fields.
  private let prefix: [UInt8]
  private let name: [UInt8]

  /// - Returns: nil if the path is too long or the size too large for the format.
  init?(path: String, kind: Kind, size: Int = 0, modified: Timestamp) {
    let written = Array((kind == .folder ? path + "/" : path).utf8)
    guard let fields = Self.fields(of: written), 0..<Self.sizeLimit ~= size else { return nil }
    self.path = path
    self.kind = kind
    self.size = size
    self.modified = Timestamp(secondsSinceEpoch: max(0, modified.secondsSinceEpoch))
    (prefix, name) = fields
  }

  /// Reads a header; nil unless every byte is as this type writes it.
  init?(_ block: [UInt8]) {
    guard block.count == Self.blockSize, let kind = Kind(rawValue: block[156]),
      let size = Self.number(block[124..<136]), let seconds = Self.number(block[136..<148])
    else { return nil }
    let prefix = Self.text(block[345..<500])
    var path = (prefix.isEmpty ? "" : prefix + "/") + Self.text(block[0..<100])
    if kind == .folder, path.hasSuffix("/") { path.removeLast() }
    self.init(
      path: path, kind: kind, size: size,
      modified: Timestamp(secondsSinceEpoch: Int64(seconds)))
    guard bytes == block else { return nil }
  }

  /// The size of the contents and of the zeros after them, up to the next header.
  var paddedSize: Int { (size + Self.blockSize - 1) / Self.blockSize * Self.blockSize }

  /// The header as bytes of the archive.
  var bytes: [UInt8] {
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    func put(_ field: some Collection<UInt8>, at start: Int) {
      block.replaceSubrange(start..<start + field.count, with: field)
    }
    put(name, at: 0)
    put(Self.octal(kind == .folder ? 0o700 : 0o600, digits: 7), at: 100)
    put(Self.octal(0, digits: 7), at: 108)
    put(Self.octal(0, digits: 7), at: 116)
    put(Self.octal(size, digits: 11), at: 124)
    put(Self.octal(Int(modified.secondsSinceEpoch), digits: 11), at: 136)
    put(repeatElement(0x20, count: 8), at: 148)
    block[156] = kind.rawValue
    put(Array("ustar\u{0}00".utf8), at: 257)
    put(Self.octal(0, digits: 7), at: 329)
    put(Self.octal(0, digits: 7), at: 337)
    put(prefix, at: 345)
    // The checksum is computed with spaces in its own field, which ends with a zero and a space.
    put(Self.octal(block.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
    block[154] = 0
    return block
  }

  /// Sizes have eleven octal digits.
  private static let sizeLimit = 1 << 33
  private static let nameLength = 100
  private static let prefixLength = 155

  /// Splits a path at a slash if it does not fit into the field for names; nil if no slash makes it
  /// fit.
  private static func fields(of path: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
    if path.isEmpty { return nil }
    if path.count <= nameLength { return ([], path) }
    // A slash at the very end of a folder's path would leave no name.
    guard let slash = path.dropLast().prefix(prefixLength + 1).lastIndex(of: 0x2F), slash > 0,
      path.count - slash - 1 <= nameLength
    else { return nil }
    return (Array(path[..<slash]), Array(path[(slash + 1)...]))
  }

  private static func octal(_ value: Int, digits: Int) -> [UInt8] {
    let text = String(value, radix: 8)
    return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    Int(text(field), radix: 8)
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}
