// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

public record Login(String user, String page) {}
