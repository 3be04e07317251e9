// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.apache.kafka.common.TopicPartition;

/** It is not known where a partition begins or ends, now or after a restart. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class MissingOffsetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what lacks the offset
   */
  MissingOffsetException(String sourceId, String what, Collection<TopicPartition> partitions) {
    super(
        "No offset for source '"
            + sourceId
            + "': "
            + what
            + " "
            + partitions.stream()
                .map(partition -> partition.topic() + "/" + partition.partition())
                .sorted()
                .collect(Collectors.joining(", ")));
  }
}
