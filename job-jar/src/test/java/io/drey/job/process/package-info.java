// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What tests start as processes on the loopback address: Flink, Kafka, and Drey's commands. */
package io.drey.job.process;
