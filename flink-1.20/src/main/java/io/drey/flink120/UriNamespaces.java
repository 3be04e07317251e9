// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.net.URI;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Keeps numbers in namespaces that Flink gives to Kryo, as windows of a job's own may be. */
final class UriNamespaces extends AbstractStreamOperator<Long>
    implements OneInputStreamOperator<Long, Long> {
  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(StreamRecord<Long> number) throws Exception {
    TypeSerializer<URI> namespaces =
        TypeInformation.of(URI.class).createSerializer(getExecutionConfig().getSerializerConfig());
    ValueState<Long> state =
        getPartitionedState(
            Leftovers.uri(number.getValue()),
            namespaces,
            new ValueStateDescriptor<>("by-uri", Types.LONG));
    state.update(number.getValue());
  }
}
