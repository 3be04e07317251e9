// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.kafka;

/**
 * What becomes of a partition of a Kafka source.
 *
 * @param partition as it is called in the savepoint, or as a new one will be
 * @param change in a few words
 */
public record PartitionChange(TopicPartition partition, String change) {}
