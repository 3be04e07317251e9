// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.state.sample.Account;
import io.drey.state.sample.OneState;
import io.drey.state.sample.OneState.Kind;
import io.drey.state.sample.OneState.ValueOf;
import io.drey.state.sample.TaggedSerializer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.PojoField;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RawValueData;
import org.apache.flink.table.runtime.typeutils.RawValueDataSerializer;
import org.apache.flink.types.Row;

/** A job with a state, and a later version of it. */
@SuppressWarnings("ImmutableEnumChecker") // a job only builds
enum ChangedState {
  SAME(job(Kind.VALUE, LongSerializer.INSTANCE, i -> i), true),
  OTHER_TYPE(SAME.before, job(Kind.VALUE, StringSerializer.INSTANCE, Long::toString), false),
  OTHER_KIND(SAME.before, job(Kind.LIST, LongSerializer.INSTANCE, i -> i), false),
  OTHER_KEY(
      SAME.before,
      env ->
          new OneState<>(Kind.VALUE, LongSerializer.INSTANCE, i -> i)
              .build(env, Long::intValue, Types.INT),
      false),
  TTL_ENABLED(SAME.before, job(Kind.EXPIRING, LongSerializer.INSTANCE, i -> i), true),
  TTL_DISABLED(TTL_ENABLED.after, SAME.before, true),
  OTHER_PART(
      job(Kind.VALUE, of(Types.TUPLE(Types.LONG, Types.STRING)), i -> Tuple2.of(i, "a")),
      job(Kind.VALUE, of(Types.TUPLE(Types.LONG, Types.LONG)), i -> Tuple2.of(i, i)),
      false),
  FEWER_COLUMNS(
      job(Kind.VALUE, of(Types.ROW(Types.LONG, Types.LONG)), i -> Row.of(i, i)),
      job(Kind.VALUE, of(Types.ROW(Types.LONG)), Row::of),
      false),
  OTHER_ELEMENTS(
      job(Kind.VALUE, new ListSerializer<>(LongSerializer.INSTANCE), List::of),
      job(Kind.VALUE, new ListSerializer<>(StringSerializer.INSTANCE), i -> List.of("a" + i)),
      false),
  OTHER_MAP_KEY(
      job(Kind.MAP, LongSerializer.INSTANCE, i -> i),
      job(Kind.MAP, StringSerializer.INSTANCE, Long::toString),
      false),
  FIELD_ADDED_IN_MAP_KEY(
      job(Kind.MAP, of(pojo("balance")), Account::of),
      job(Kind.MAP, of(pojo("balance", "owner")), Account::of),
      EnumSet.of(Backend.HASHMAP)),
  FIELD_ADDED(
      job(Kind.VALUE, of(pojo("balance")), Account::of),
      job(Kind.VALUE, of(pojo("balance", "owner")), Account::of),
      true),
  FIELD_ADDED_IN_LIST(
      job(Kind.LIST, of(pojo("balance")), Account::of),
      job(Kind.LIST, of(pojo("balance", "owner")), Account::of),
      true),
  SAME_SETTINGS(job(Kind.VALUE, tagged("ab"), i -> i), true),
  OTHER_SETTINGS(SAME_SETTINGS.before, job(Kind.VALUE, tagged("cd"), i -> i), false),
  OTHER_PART_OF_ITS_OWN(
      SAME_SETTINGS.before,
      job(Kind.VALUE, new TaggedSerializer<>("ab", StringSerializer.INSTANCE), Long::toString),
      false),
  FIELD_ADDED_WITHIN(
      job(Kind.VALUE, new TaggedSerializer<>("ab", of(pojo("balance"))), Account::of),
      job(Kind.VALUE, new TaggedSerializer<>("ab", of(pojo("balance", "owner"))), Account::of),
      true),
  SAME_REGISTERED(job(Kind.VALUE, kryo(Account.Kind.class), Account::of), true),
  MORE_REGISTERED(
      SAME_REGISTERED.before,
      job(Kind.VALUE, kryo(Account.Kind.class, Account.Address.class), Account::of),
      true),
  SAME_RAW(job(Kind.VALUE, raw(LongSerializer.INSTANCE), RawValueData::fromObject), true),
  RAW_WITH_MORE_REGISTERED(
      job(Kind.VALUE, raw(kryo(Account.Kind.class)), i -> RawValueData.fromObject(Account.of(i))),
      job(
          Kind.VALUE,
          raw(kryo(Account.Kind.class, Account.Address.class)),
          i -> RawValueData.fromObject(Account.of(i))),
      true),
  OTHER_RAW(
      SAME_RAW.before,
      job(
          Kind.VALUE,
          raw(StringSerializer.INSTANCE),
          i -> RawValueData.fromObject(Long.toString(i))),
      false);

  /** Builds one version of the job. */
  interface Job extends Consumer<StreamExecutionEnvironment> {}

  final Job before;
  final Job after;

  /** Where Flink starts the later version with the state of the former one. */
  final Set<Backend> starting;

  ChangedState(Job same, boolean starts) {
    this(same, same, starts);
  }

  ChangedState(Job before, Job after, boolean starts) {
    this(before, after, starts ? EnumSet.allOf(Backend.class) : EnumSet.noneOf(Backend.class));
  }

  ChangedState(Job before, Job after, Set<Backend> starting) {
    this.before = before;
    this.after = after;
    this.starting = starting;
  }

  private static <T> Job job(Kind kind, TypeSerializer<T> serializer, ValueOf<T> value) {
    return env -> new OneState<>(kind, serializer, value).build(env, i -> i, Types.LONG);
  }

  private static <T> TypeSerializer<T> of(TypeInformation<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  private static TypeSerializer<Long> tagged(String tag) {
    return new TaggedSerializer<>(tag, LongSerializer.INSTANCE);
  }

  private static <T> TypeSerializer<RawValueData<T>> raw(TypeSerializer<T> inner) {
    return new RawValueDataSerializer<>(inner);
  }

  private static TypeSerializer<Account> kryo(Class<?>... registered) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    List.of(registered).forEach(config::registerKryoType);
    return new KryoSerializer<>(Account.class, config);
  }

  /** The class as it is with these fields alone. */
  private static TypeInformation<Account> pojo(String... fields) {
    List<PojoField> some = new ArrayList<>();
    for (String field : fields) {
      try {
        some.add(
            new PojoField(
                Account.class.getField(field),
                TypeInformation.of(Account.class.getField(field).getType())));
      } catch (NoSuchFieldException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return new PojoTypeInfo<>(Account.class, some);
  }
}
