// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import io.drey.state.sample.KryoStates.Secret;
import io.drey.state.transform.KeyTransform;
import io.drey.state.transform.StateEntry;
import io.drey.state.transform.ValueTransform;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.jspecify.annotations.Nullable;

/** Transforms of values, as users write them. */
public final class Transforms {
  private Transforms() {}

  /** Makes texts of accounts. */
  public static final class Shown implements ValueTransform<String, Account, String> {
    @Override
    public @Nullable String transform(StateEntry<String> entry, Account account) {
      return account.address == null ? null : entry.key() + " in " + account.address.zip;
    }

    @Override
    public TypeInformation<String> type() {
      return Types.STRING;
    }
  }

  /** Removes empty texts, and the first letter of others. */
  public static final class Cut implements ValueTransform<Object, String, String> {
    @Override
    public @Nullable String transform(StateEntry<Object> entry, String text) {
      return text.isEmpty() || text.equals("a0") ? null : text.substring(1);
    }
  }

  /** Makes small numbers of large ones. */
  public static final class Doubled implements ValueTransform<String, Long, Integer> {
    @Override
    public @Nullable Integer transform(StateEntry<String> entry, Long value) {
      return entry.mapKey().equals("all") ? null : (int) (2 * value);
    }

    @Override
    public TypeInformation<Integer> type() {
      return Types.INT;
    }
  }

  /** Adds the time of last access. */
  public static final class Timed implements ValueTransform<String, String, String> {
    @Override
    public String transform(StateEntry<String> entry, String value) {
      return value + " " + Objects.requireNonNull(entry.lastAccess()).toEpochMilli();
    }
  }

  /** Changes accounts in place. */
  public static final class Owned implements ValueTransform<Object, Account, Account> {
    @Override
    public Account transform(StateEntry<Object> entry, Account account) {
      account.owner = entry.operator() + "/" + entry.state() + "/" + entry.mapKey();
      return account;
    }
  }

  /** Makes the text of secrets known, and removes those of others. */
  public static final class Opened implements ValueTransform<String, Object, String> {
    @Override
    public @Nullable String transform(StateEntry<String> entry, Object value) {
      return value instanceof Secret secret ? entry.key() + secret.text : null;
    }

    @Override
    public TypeInformation<String> type() {
      return Types.STRING;
    }
  }

  /** Hides numbers in objects that Kryo writes. */
  public static final class Hidden implements ValueTransform<Object, Object, Secret> {
    @Override
    public Secret transform(StateEntry<Object> entry, Object value) {
      return new Secret("hidden", ((Number) value).longValue());
    }

    @Override
    public TypeInformation<Secret> type() {
      return new GenericTypeInfo<>(Secret.class);
    }
  }

  /** Changes secrets, and removes those without a text. */
  public static final class Resealed implements ValueTransform<Object, Secret, Secret> {
    @Override
    public @Nullable Secret transform(StateEntry<Object> entry, Secret secret) {
      return secret.text.isEmpty() ? null : new Secret(secret.text + "!", 0);
    }
  }

  /** Cannot divide by the number of one key. */
  public static final class Failing implements ValueTransform<String, Long, Long> {
    @Override
    public Long transform(StateEntry<String> entry, Long value) {
      return 1 / (value - 7);
    }
  }

  /** Gives what is not of the type. */
  public static final class Mistyped implements ValueTransform<String, Long, Object> {
    @Override
    public Object transform(StateEntry<String> entry, Long value) {
      return "text";
    }
  }

  /** Gives visits another page. */
  public static final class Moved implements KeyTransform<Visit> {
    @Override
    public Visit transform(Visit visit) {
      return new Visit("/moved" + visit.page(), visit.at(), visit.score(), visit.price());
    }
  }

  /** Makes one of all visits. */
  public static final class Merged implements KeyTransform<Visit> {
    @Override
    public Visit transform(Visit visit) {
      return Visit.of(0);
    }
  }

  /** Takes no visits. */
  public static final class Unkeyed implements KeyTransform<Visit> {
    @Override
    public Visit transform(Visit visit) {
      throw new IllegalStateException("no key");
    }
  }
}
