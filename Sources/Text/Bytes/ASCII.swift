// Public, since only public declarations are inlined into other modules.

/// The characters with a meaning in the formats of the program's files.
public enum ASCII {
  /// Tab.
  @inlinable public static var tab: UInt8 { UInt8(ascii: "\t") }
  /// The end of a line.
  @inlinable public static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  /// The byte before the line feed in files written by spreadsheet programs.
  @inlinable public static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  /// Separates answers.
  @inlinable public static var space: UInt8 { UInt8(ascii: " ") }
  /// Opens and closes a text.
  @inlinable public static var quote: UInt8 { UInt8(ascii: "\"") }
  /// Separates fields.
  @inlinable public static var comma: UInt8 { UInt8(ascii: ",") }
  /// Starts an escape in JSON.
  @inlinable public static var backslash: UInt8 { UInt8(ascii: "\\") }
  /// Separates a key from its value.
  @inlinable public static var colon: UInt8 { UInt8(ascii: ":") }
  /// Opens a JSON object.
  @inlinable public static var openBrace: UInt8 { UInt8(ascii: "{") }
  /// Closes a JSON object.
  @inlinable public static var closeBrace: UInt8 { UInt8(ascii: "}") }
  /// The first digit.
  @inlinable public static var zero: UInt8 { UInt8(ascii: "0") }
  /// The last digit.
  @inlinable public static var nine: UInt8 { UInt8(ascii: "9") }
  /// A decimal point, or an item that was not answered.
  @inlinable public static var dot: UInt8 { UInt8(ascii: ".") }
  /// A sign, or a hyphen in a date.
  @inlinable public static var minus: UInt8 { UInt8(ascii: "-") }
}
