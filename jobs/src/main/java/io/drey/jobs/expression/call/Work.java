// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.Functions;
import io.drey.jobs.expression.function.Regexes;
import io.drey.jobs.expression.syntax.TemplateTexts;
import io.drey.jobs.expression.value.Numbers;
import io.drey.jobs.expression.value.Trees;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/**
 * What calls and operators cost, in characters that they touch: the same on every machine. One
 * takes a few nanoseconds; where they are only copied, several count as one.
 */
final class Work {
  /** The cost of evaluating one node. */
  static final int STEP = 4;

  /** As many characters are copied in the time in which one is worked on. */
  private static final int COPIED_AT_ONCE = 8;

  /** As many times more is to be done to the characters of a list that is copied. */
  private static final int REBUILT = 16;

  /** Calls that do more than go through a text or list. */
  private static final Map<String, Integer> WEIGHTS =
      Map.of("sort", 4, "hash", 4, "toJson", 12, "parseJson", 2);

  /** Calls that write lists and objects among their arguments, and how much more that is. */
  private static final Set<String> WRITING = Set.of("text", "join", "log", TemplateTexts.FUNCTION);

  private static final int WRITTEN = 12;

  /** What a regular expression does to a character, by itself and for each of its steps. */
  private static final int MATCHING = 8;

  private static final int MATCHING_STEP = 2;

  /** Compiling a regular expression, by itself and for each character. */
  private static final int COMPILING = 200;

  private static final int COMPILING_CHARACTER = 20;

  /** Methods that do not go through the text, list or object. */
  private static final Set<String> DIRECT_OF_TEXT =
      Set.of("length", "size", "isEmpty", "charAt", "substring", "startsWith", "endsWith");

  private static final Set<String> DIRECT_OF_LIST = Set.of("get", "size", "isEmpty", "set");

  private static final Set<String> DIRECT_OF_MAP =
      Set.of("get", "getOrDefault", "put", "set", "putIfAbsent", "contains", "containsKey");

  /** Methods that only move elements. */
  private static final Set<String> MOVING = Set.of("add", "remove", "reverse", "subList");

  private static final Set<String> OF_REGEXES = Set.of(Functions.MATCHES, Functions.MATCH);

  private Work() {}

  /** Of a value that is gone through: its length as JSON. */
  static long of(@Nullable Object value) {
    return value instanceof BigDecimal decimal ? ofDecimal(decimal) : sizeOf(value);
  }

  /** Arithmetic takes the square of the digits. */
  private static long ofDecimal(BigDecimal decimal) {
    long words = decimal.unscaledValue().bitLength() / Integer.SIZE;
    return words * words / 16;
  }

  private static long sizeOf(@Nullable Object value) {
    boolean isShort = value == null || value instanceof Boolean || Numbers.isInteger(value);
    return isShort ? 0 : Trees.size(value);
  }

  /** Of a value that becomes part of another: a list or object may have to be built anew. */
  static long ofPart(@Nullable Object value) {
    return value instanceof List || value instanceof Map ? REBUILT * sizeOf(value) : ofCopy(value);
  }

  /** Of the elements of a loop. */
  static long ofLoop(int elements) {
    return (long) REBUILT * elements;
  }

  /** Of a value that is copied. */
  static long ofCopy(@Nullable Object value) {
    return value instanceof BigDecimal ? of(value) : sizeOf(value) / COPIED_AT_ONCE;
  }

  /** Of a regular expression on a text. */
  static long ofMatch(@Nullable Object text, @Nullable Object regex, JexlNode written) {
    if (!(regex instanceof String pattern)) {
      return of(text) + of(regex);
    }
    long compiling =
        written instanceof ASTStringLiteral
            ? 0
            : COMPILING + (long) COMPILING_CHARACTER * pattern.length();
    return compiling + sizeOf(text) * (MATCHING + MATCHING_STEP * Regexes.steps(pattern));
  }

  /** Of a call, without its result. */
  static long ofCall(
      String name, @Nullable Object receiver, @Nullable Object[] arguments, JexlNode written) {
    boolean isMethod =
        receiver instanceof String || receiver instanceof List || receiver instanceof Map;
    boolean isRegex = OF_REGEXES.contains(name) || (isMethod && name.equals("split"));
    if (isRegex && arguments.length > 0) {
      int last = arguments.length - 1;
      Object text = isMethod ? receiver : arguments[0];
      return ofMatch(text, arguments[last], written.jjtGetChild(last));
    }
    long work = isMethod ? ofReceiver(name, receiver, arguments.length) : 0;
    boolean isDirect = isMethod && work == 0;
    for (Object argument : arguments) {
      work += isDirect ? ofPart(argument) : of(argument) * weight(name, argument);
    }
    return work * WEIGHTS.getOrDefault(name, 1);
  }

  private static int weight(String name, @Nullable Object argument) {
    boolean isWritten = argument instanceof List || argument instanceof Map;
    return isWritten && WRITING.contains(name) ? WRITTEN : 1;
  }

  private static long ofReceiver(String name, @Nullable Object receiver, int arguments) {
    boolean isAppended = receiver instanceof List && name.equals("add") && arguments == 1;
    if (isAppended || direct(receiver).contains(name)) {
      return 0;
    }
    if (MOVING.contains(name) && receiver instanceof List) {
      return ofCopy(receiver);
    }
    return of(receiver);
  }

  private static Set<String> direct(@Nullable Object receiver) {
    if (receiver instanceof String) {
      return DIRECT_OF_TEXT;
    }
    return receiver instanceof List ? DIRECT_OF_LIST : DIRECT_OF_MAP;
  }

  /** Of the result of a call, unless it is part of the receiver. */
  static long ofResult(String name, @Nullable Object receiver, @Nullable Object result) {
    if (name.equals(ScriptFunctions.WINDOW)) {
      return ofPart(result);
    }
    return (receiver instanceof Map && DIRECT_OF_MAP.contains(name))
            || (receiver instanceof List && DIRECT_OF_LIST.contains(name))
        ? 0
        : ofCopy(result);
  }
}
