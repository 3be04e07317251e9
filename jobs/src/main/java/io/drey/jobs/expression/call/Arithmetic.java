// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.call;

import io.drey.jobs.expression.function.ListFunctions;
import io.drey.jobs.expression.value.Equality;
import io.drey.jobs.expression.value.JsonOutput;
import io.drey.jobs.expression.value.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The operators of expressions, defined for all values that a field can have. Operands are not
 * converted, only the boolean true is true, and an operation without a result returns null.
 */
public class Arithmetic extends JexlArithmetic {
  public Arithmetic() {
    super(false);
  }

  @Override
  public boolean equals(@Nullable Object left, @Nullable Object right) {
    return Equality.isEqual(left, right);
  }

  @Override
  public boolean strictEquals(@Nullable Object left, @Nullable Object right) {
    return Equality.isEqual(left, right);
  }

  @Override
  public boolean lessThan(@Nullable Object left, @Nullable Object right) {
    return Equality.isOrdered(left, right) && Equality.compare(left, right) < 0;
  }

  @Override
  public boolean lessThanOrEqual(@Nullable Object left, @Nullable Object right) {
    return Equality.isOrdered(left, right) && Equality.compare(left, right) <= 0;
  }

  @Override
  public boolean greaterThan(@Nullable Object left, @Nullable Object right) {
    return Equality.isOrdered(left, right) && Equality.compare(left, right) > 0;
  }

  @Override
  public boolean greaterThanOrEqual(@Nullable Object left, @Nullable Object right) {
    return Equality.isOrdered(left, right) && Equality.compare(left, right) >= 0;
  }

  @Override
  public Boolean contains(@Nullable Object container, @Nullable Object value) {
    return Membership.contains(container, value);
  }

  @Override
  public Boolean startsWith(@Nullable Object left, @Nullable Object right) {
    return left instanceof String text && right instanceof String start && text.startsWith(start);
  }

  @Override
  public Boolean endsWith(@Nullable Object left, @Nullable Object right) {
    return left instanceof String text && right instanceof String end && text.endsWith(end);
  }

  @Override
  public @Nullable Object add(@Nullable Object left, @Nullable Object right) {
    return left instanceof String start
        ? ListFunctions.appended(start, right)
        : Numbers.add(left, right);
  }

  @Override
  public @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
    return Numbers.subtract(left, right);
  }

  @Override
  public @Nullable Object multiply(@Nullable Object left, @Nullable Object right) {
    return Numbers.multiply(left, right);
  }

  @Override
  public @Nullable Object divide(@Nullable Object left, @Nullable Object right) {
    return Numbers.divide(left, right);
  }

  @Override
  public @Nullable Object mod(@Nullable Object left, @Nullable Object right) {
    return Numbers.remainder(left, right);
  }

  @Override
  public @Nullable Object negate(@Nullable Object value) {
    return subtract(0L, value);
  }

  @Override
  public @Nullable Object positivize(@Nullable Object value) {
    return value instanceof Number ? value : null;
  }

  @Override
  public @Nullable Object increment(@Nullable Object value) {
    return add(value, 1L);
  }

  @Override
  public @Nullable Object decrement(@Nullable Object value) {
    return subtract(value, 1L);
  }

  @Override
  public @Nullable Object and(@Nullable Object left, @Nullable Object right) {
    return bits(left, right, (l, r) -> l & r);
  }

  @Override
  public @Nullable Object or(@Nullable Object left, @Nullable Object right) {
    return bits(left, right, (l, r) -> l | r);
  }

  @Override
  public @Nullable Object xor(@Nullable Object left, @Nullable Object right) {
    return bits(left, right, (l, r) -> l ^ r);
  }

  @Override
  public @Nullable Object complement(@Nullable Object value) {
    return bits(value, -1L, (l, r) -> l ^ r);
  }

  private static @Nullable Object bits(
      @Nullable Object left, @Nullable Object right, LongBinaryOperator operator) {
    Number l = Numbers.integer(left);
    Number r = Numbers.integer(right);
    return l == null || r == null ? null : operator.applyAsLong(l.longValue(), r.longValue());
  }

  @Override
  public Object not(@Nullable Object value) {
    return !toBoolean(value);
  }

  @Override
  public boolean testPredicate(@Nullable Object value) {
    return toBoolean(value);
  }

  @Override
  public boolean toBoolean(@Nullable Object value) {
    return value instanceof Boolean truth && truth;
  }

  /** Null is empty, and so are strings, lists and maps without content. */
  @Override
  public Boolean isEmpty(@Nullable Object value, @Nullable Boolean otherwise) {
    return value == null || (size(value, 0) == 0 && !isScalar(value));
  }

  private static boolean isScalar(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  @Override
  public Integer size(@Nullable Object value, @Nullable Integer otherwise) {
    if (value instanceof String text) {
      return text.length();
    }
    if (value instanceof List<?> list) {
      return list.size();
    }
    return value instanceof Map<?, ?> map ? map.size() : 0;
  }

  /** JEXL swallows failures within empty and size; exceeded limits must be reported. */
  @Override
  public Object evaluate(Log log, Supplier<Object> argument) {
    return argument.get();
  }

  /** Results already have the right type; JEXL would convert them to a double. */
  @Override
  public Number narrowNumber(Number number, Class<?> literal) {
    return number;
  }

  @Override
  public boolean narrowArguments(Object[] arguments) {
    return false;
  }

  @Override
  public ArrayBuilder arrayBuilder(int size, boolean extended) {
    List<@Nullable Object> list = newList(size);
    return new ArrayBuilder() {
      @Override
      public void add(@Nullable Object value) {
        list.add(value);
      }

      @Override
      public Object create(boolean unused) {
        return list;
      }
    };
  }

  /** The keys of a map are strings; any other key is converted to text. */
  @Override
  public MapBuilder mapBuilder(int size, boolean extended) {
    Map<String, @Nullable Object> map = newMap();
    return new MapBuilder() {
      @Override
      public void put(@Nullable Object key, @Nullable Object value) {
        map.put(name(key), value);
      }

      @Override
      public Object create() {
        return map;
      }
    };
  }

  /** The value of a list literal. */
  List<@Nullable Object> newList(int size) {
    return new ArrayList<>(size);
  }

  /** The value of a map literal. */
  Map<String, @Nullable Object> newMap() {
    return new LinkedHashMap<>();
  }

  /** The key in a map literal as a string. */
  String name(@Nullable Object key) {
    return key instanceof String text ? text : JsonOutput.text(key);
  }
}
