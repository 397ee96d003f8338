// Written by `npm run api-docs` of the API's OpenAPI document.

export interface paths {
    "/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The project’s teams, by name */
        get: operations["listTeams"];
        put?: never;
        /**
         * Makes a team
         * @description Of Colloquy’s own JSON, or of AutoGen’s. A team that is there already with the same content is not made again. `notes` says what could not be carried over.
         */
        post: operations["importTeams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A team with the configuration of one version */
        get: operations["readTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A team’s versions, newest first */
        get: operations["listTeamVersions"];
        put?: never;
        /**
         * Makes a team’s next version
         * @description Conversations keep the version that they run. What equals the newest version makes no other. With `basedOn`, what somebody has saved since is not written over: 409, and `newest` says which version that is and who saved it.
         */
        post: operations["addTeamVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teams/{teamId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A team as AutoGen component JSON */
        get: operations["exportTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The project’s conversations, newest first */
        get: operations["listConversations"];
        put?: never;
        /** Starts a team on a task */
        post: operations["startConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a conversation stands, and how each of its runs ended */
        get: operations["readConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a conversation that has ended go on
         * @description With a further task, or (null) where it stood. As in AutoGen, the transcript and the pattern go on; the termination condition and the turn limit begin anew.
         */
        post: operations["continueConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A conversation’s transcript */
        get: operations["listMessages"];
        put?: never;
        /** Says something in a conversation that goes on */
        post: operations["postMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/texts/{textOwner}/{textId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole of a long text, piece by piece
         * @description Answers hold only the beginning of a long text, and say so in `truncated`. `textOwner` is what it belongs to (`message`, `tool-call`, `task`, `model-call`), `textId` its id. Ask again with the `next` of each piece.
         */
        get: operations["readText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation as it happens
         * @description Server-sent events. `change` has what the reader has not seen: first everything, or what came after the revision in `Last-Event-ID`, of a long transcript in several parts (the conversation reads as running until the last of them); of a long text at most 16,000 characters (4,000 within a body). `live` brings the first 64,000 characters of a text while it is written, `pending` says what is being tried again, and why. The stream goes on over further runs; `expired` says that the token counts no longer.
         */
        get: operations["watchConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pauses a conversation before its next turn */
        post: operations["pauseConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a paused conversation go on */
        post: operations["resumeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a conversation after the turn under way */
        post: operations["stopConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/external": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fires the external conditions of its teams at their next check; the rest of each condition decides whether that ends it */
        post: operations["fireExternalConditions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversationId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a conversation at once */
        post: operations["cancelConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits on a person, the most urgent first; or what was closed last (at most 100) */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One wait on a person */
        get: operations["readTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{taskId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides what a conversation waits for */
        post: operations["answerTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description One of `urn:colloquy:problem:unauthorized`, `urn:colloquy:problem:not_found`, `urn:colloquy:problem:method_not_allowed`, `urn:colloquy:problem:invalid_request`, `urn:colloquy:problem:too_large`, `urn:colloquy:problem:unsupported_media_type`, `urn:colloquy:problem:too_many_requests`, `urn:colloquy:problem:import_refused`, `urn:colloquy:problem:name_taken`, `urn:colloquy:problem:stale`, `urn:colloquy:problem:unknown_team`, `urn:colloquy:problem:task_refused`, `urn:colloquy:problem:not_over`, `urn:colloquy:problem:cannot_go_on`, `urn:colloquy:problem:over`, `urn:colloquy:problem:not_started`, `urn:colloquy:problem:task_closed`, `urn:colloquy:problem:decision_not_allowed`, `urn:colloquy:problem:key_used`, `urn:colloquy:problem:refused`, `urn:colloquy:problem:unavailable`, `urn:colloquy:problem:internal`. */
            type: string;
            /** @description What went wrong, in a few words. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What to do about it, in a sentence or two. */
            detail: string;
            /** @description Each thing that is wrong with what was sent. */
            problems?: {
                /** @description Where in the body or file: a JSON path. */
                path: string;
                message: string;
                fix?: string;
            }[];
            /** @description Of `stale`: the team’s newest version. */
            newest?: {
                version: number;
                /** @description Who saved it; null: that is not known. */
                author: string | null;
                /** Format: date-time */
                createdAt: string;
            };
        };
        Teams: {
            teams: components["schemas"]["Team"][];
        };
        Team: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The newest version, from 1. */
            version: number;
            /** Format: uuid */
            versionId: string;
            description: string;
            /** @description How the next speaker is chosen. */
            pattern: string;
            participants: {
                name: string;
                kind: string;
            }[];
            /**
             * Format: date-time
             * @description When the newest version was made.
             */
            createdAt: string;
            archived: boolean;
        };
        ImportTeams: {
            /** @description A TeamConfig, an AutoGen component (a team, or an agent alone), or a file of AutoGen Studio (a team, a gallery). */
            definition: components["schemas"]["Json"];
            /** @description What to call it; without it the name that the file gives, made unique. For one team only. */
            name?: string;
        };
        /** @description Any JSON value. */
        Json: components["schemas"]["Json__schema0"];
        Json__schema0: unknown;
        ImportReport: {
            teams: components["schemas"]["ImportedTeam"][];
        };
        ImportedTeam: {
            team: components["schemas"]["Team"];
            created: boolean;
            notes: components["schemas"]["ImportNote"][];
        };
        ImportNote: {
            /** @description A JSON path in the file. */
            path: string;
            message: string;
        };
        TeamWithConfig: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The newest version, from 1. */
            version: number;
            /** Format: uuid */
            versionId: string;
            description: string;
            /** @description How the next speaker is chosen. */
            pattern: string;
            participants: {
                name: string;
                kind: string;
            }[];
            /**
             * Format: date-time
             * @description When the newest version was made.
             */
            createdAt: string;
            archived: boolean;
            config: components["schemas"]["TeamConfig"];
        };
        TeamConfig: components["schemas"]["TeamConfig__schema0"];
        TeamConfig__schema0: {
            name: string | null;
            description: string;
            pattern: {
                /** @constant */
                kind: "round_robin";
            } | {
                /** @constant */
                kind: "single_agent";
            } | {
                /** @constant */
                kind: "swarm";
            } | {
                /** @constant */
                kind: "graph";
                nodes: {
                    name: string;
                    edges: {
                        target: string;
                        condition: string | null;
                        activationGroup: string;
                        /** @enum {string} */
                        activationCondition: "all" | "any";
                    }[];
                    /** @enum {string} */
                    activation: "all" | "any";
                }[];
                startNode: string | null;
            } | {
                /** @constant */
                kind: "selector";
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                prompt: string | null;
                allowRepeatedSpeaker: boolean;
                maxAttempts: number;
                candidateFilter: string | null;
                streaming: boolean;
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
            } | {
                /** @constant */
                kind: "magentic_one";
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                maxStalls: number;
                maxResets: number | null;
                finalAnswerPrompt: string | null;
            };
            participants: (components["schemas"]["TeamConfig__schema2"] | {
                /** @constant */
                kind: "code_executor";
                name: string;
                description: string;
                systemMessage: string;
                model: ({
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | "none") | null;
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
                sources: string[] | null;
                maxRetriesOnError: number;
                supportedLanguages: string[];
                timeoutSeconds: number;
            } | {
                /** @constant */
                kind: "society";
                name: string;
                description: string;
                team: components["schemas"]["TeamConfig__schema0"];
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                instruction: string;
                responsePrompt: string;
                context: {
                    /** @constant */
                    kind: "unbounded";
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "buffered";
                    size: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "head_and_tail";
                    head: number;
                    tail: number;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "token_limited";
                    limit: number | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                } | {
                    /** @constant */
                    kind: "summarizing";
                    keep: number;
                    summarizeAfter: number;
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    prompt: string | null;
                    initial?: ({
                        /** @constant */
                        role: "system";
                        content: string;
                    } | {
                        /** @enum {string} */
                        role: "user" | "assistant";
                        source: string;
                        content: string;
                    })[];
                };
            } | {
                /** @constant */
                kind: "team";
                name: string;
                description: string;
                team: components["schemas"]["TeamConfig__schema0"];
            } | {
                /** @constant */
                kind: "person";
                name: string;
                description: string;
                prompt: string;
                deadlineSeconds: number;
                /** @enum {string} */
                onDeadline: "skip" | "stop";
            })[];
            termination: components["schemas"]["TeamConfig__schema4"] | null;
            maxTurns: number | null;
            emitTeamEvents: boolean;
            toolPolicies: {
                tool: string;
                approval: {
                    /** @constant */
                    kind: "never";
                } | {
                    /** @constant */
                    kind: "always";
                } | {
                    /** @constant */
                    kind: "when";
                    expression: string;
                };
                timeoutSeconds: number;
                maxResultBytes: number;
                idempotent: boolean;
            }[];
        };
        TeamConfig__schema1: unknown;
        TeamConfig__schema2: {
            /** @constant */
            kind: "agent";
            name: string;
            description: string;
            systemMessage: string;
            model: {
                model: string;
                /** @enum {string} */
                provider?: "chat_completions" | "responses" | "anthropic_messages";
                /** @enum {string} */
                dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                baseUrl: string | null;
                apiKeySecret: string | null;
                parameters: {
                    [key: string]: components["schemas"]["TeamConfig__schema1"];
                };
                info: {
                    family: string;
                    vision: boolean;
                    functionCalling: boolean;
                    jsonOutput: boolean;
                    structuredOutput: boolean;
                    multipleSystemMessages: boolean;
                } | null;
                includeNameInMessage: boolean;
                addNamePrefixes: boolean;
                stream?: boolean;
                options?: {
                    background?: boolean;
                };
            } | null;
            handoffs: {
                target: string;
                description: string;
                name: string;
                message: string;
            }[];
            context: {
                /** @constant */
                kind: "unbounded";
                initial?: ({
                    /** @constant */
                    role: "system";
                    content: string;
                } | {
                    /** @enum {string} */
                    role: "user" | "assistant";
                    source: string;
                    content: string;
                })[];
            } | {
                /** @constant */
                kind: "buffered";
                size: number;
                initial?: ({
                    /** @constant */
                    role: "system";
                    content: string;
                } | {
                    /** @enum {string} */
                    role: "user" | "assistant";
                    source: string;
                    content: string;
                })[];
            } | {
                /** @constant */
                kind: "head_and_tail";
                head: number;
                tail: number;
                initial?: ({
                    /** @constant */
                    role: "system";
                    content: string;
                } | {
                    /** @enum {string} */
                    role: "user" | "assistant";
                    source: string;
                    content: string;
                })[];
            } | {
                /** @constant */
                kind: "token_limited";
                limit: number | null;
                initial?: ({
                    /** @constant */
                    role: "system";
                    content: string;
                } | {
                    /** @enum {string} */
                    role: "user" | "assistant";
                    source: string;
                    content: string;
                })[];
            } | {
                /** @constant */
                kind: "summarizing";
                keep: number;
                summarizeAfter: number;
                model: {
                    model: string;
                    /** @enum {string} */
                    provider?: "chat_completions" | "responses" | "anthropic_messages";
                    /** @enum {string} */
                    dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                    baseUrl: string | null;
                    apiKeySecret: string | null;
                    parameters: {
                        [key: string]: components["schemas"]["TeamConfig__schema1"];
                    };
                    info: {
                        family: string;
                        vision: boolean;
                        functionCalling: boolean;
                        jsonOutput: boolean;
                        structuredOutput: boolean;
                        multipleSystemMessages: boolean;
                    } | null;
                    includeNameInMessage: boolean;
                    addNamePrefixes: boolean;
                    stream?: boolean;
                    options?: {
                        background?: boolean;
                    };
                } | null;
                prompt: string | null;
                initial?: ({
                    /** @constant */
                    role: "system";
                    content: string;
                } | {
                    /** @enum {string} */
                    role: "user" | "assistant";
                    source: string;
                    content: string;
                })[];
            };
            memory: {
                /** @enum {string} */
                kind: "list";
                name: string | null;
                contents: {
                    content: string;
                    mimeType: string;
                }[];
            }[];
            maxToolIterations: number;
            reflectOnToolUse: boolean;
            toolCallSummaryFormat: string;
            output: {
                name: string;
                schema: {
                    [key: string]: components["schemas"]["TeamConfig__schema3"];
                };
                formatString: string | null;
            } | null;
            filter: {
                perSource: {
                    source: string;
                    position: ("first" | "last") | null;
                    count: number | null;
                }[];
            } | null;
            review: {
                deadlineSeconds: number;
                /** @enum {string} */
                onDeadline: "approve" | "discard" | "stop";
            } | null;
            tools: ({
                /** @constant */
                kind: "python";
                name: string;
                description: string;
                source: string;
                imports: string[];
            } | {
                /** @constant */
                kind: "http";
                name: string;
                description: string;
                /** @enum {string} */
                method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH";
                url: string;
                headers: {
                    [key: string]: string;
                };
                parameters: {
                    [key: string]: components["schemas"]["TeamConfig__schema3"];
                };
                /** @enum {string} */
                returns: "text" | "json";
                timeoutSeconds: number;
            } | {
                /** @constant */
                kind: "mcp_stdio";
                command: string;
                args: string[];
                env: {
                    [key: string]: string;
                };
                timeoutSeconds: number;
                overrides: {
                    [key: string]: {
                        name?: string;
                        description?: string;
                    };
                };
            } | {
                /** @constant */
                kind: "mcp_http";
                /** @enum {string} */
                transport: "streamable_http" | "sse";
                url: string;
                headers: {
                    [key: string]: string;
                };
                timeoutSeconds: number;
                overrides: {
                    [key: string]: {
                        name?: string;
                        description?: string;
                    };
                };
            } | {
                /** @constant */
                kind: "participant";
                name: string;
                description: string;
                participant: components["schemas"]["TeamConfig__schema2"] | {
                    /** @constant */
                    kind: "code_executor";
                    name: string;
                    description: string;
                    systemMessage: string;
                    model: ({
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | "none") | null;
                    context: {
                        /** @constant */
                        kind: "unbounded";
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "buffered";
                        size: number;
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "head_and_tail";
                        head: number;
                        tail: number;
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "token_limited";
                        limit: number | null;
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "summarizing";
                        keep: number;
                        summarizeAfter: number;
                        model: {
                            model: string;
                            /** @enum {string} */
                            provider?: "chat_completions" | "responses" | "anthropic_messages";
                            /** @enum {string} */
                            dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                            baseUrl: string | null;
                            apiKeySecret: string | null;
                            parameters: {
                                [key: string]: components["schemas"]["TeamConfig__schema1"];
                            };
                            info: {
                                family: string;
                                vision: boolean;
                                functionCalling: boolean;
                                jsonOutput: boolean;
                                structuredOutput: boolean;
                                multipleSystemMessages: boolean;
                            } | null;
                            includeNameInMessage: boolean;
                            addNamePrefixes: boolean;
                            stream?: boolean;
                            options?: {
                                background?: boolean;
                            };
                        } | null;
                        prompt: string | null;
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    };
                    sources: string[] | null;
                    maxRetriesOnError: number;
                    supportedLanguages: string[];
                    timeoutSeconds: number;
                } | {
                    /** @constant */
                    kind: "society";
                    name: string;
                    description: string;
                    team: components["schemas"]["TeamConfig__schema0"];
                    model: {
                        model: string;
                        /** @enum {string} */
                        provider?: "chat_completions" | "responses" | "anthropic_messages";
                        /** @enum {string} */
                        dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                        baseUrl: string | null;
                        apiKeySecret: string | null;
                        parameters: {
                            [key: string]: components["schemas"]["TeamConfig__schema1"];
                        };
                        info: {
                            family: string;
                            vision: boolean;
                            functionCalling: boolean;
                            jsonOutput: boolean;
                            structuredOutput: boolean;
                            multipleSystemMessages: boolean;
                        } | null;
                        includeNameInMessage: boolean;
                        addNamePrefixes: boolean;
                        stream?: boolean;
                        options?: {
                            background?: boolean;
                        };
                    } | null;
                    instruction: string;
                    responsePrompt: string;
                    context: {
                        /** @constant */
                        kind: "unbounded";
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "buffered";
                        size: number;
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "head_and_tail";
                        head: number;
                        tail: number;
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "token_limited";
                        limit: number | null;
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    } | {
                        /** @constant */
                        kind: "summarizing";
                        keep: number;
                        summarizeAfter: number;
                        model: {
                            model: string;
                            /** @enum {string} */
                            provider?: "chat_completions" | "responses" | "anthropic_messages";
                            /** @enum {string} */
                            dialect?: "openai" | "azure" | "gemini" | "anthropic" | "mistral" | "deepseek" | "ollama" | "openrouter" | "vllm" | "llama_cpp";
                            baseUrl: string | null;
                            apiKeySecret: string | null;
                            parameters: {
                                [key: string]: components["schemas"]["TeamConfig__schema1"];
                            };
                            info: {
                                family: string;
                                vision: boolean;
                                functionCalling: boolean;
                                jsonOutput: boolean;
                                structuredOutput: boolean;
                                multipleSystemMessages: boolean;
                            } | null;
                            includeNameInMessage: boolean;
                            addNamePrefixes: boolean;
                            stream?: boolean;
                            options?: {
                                background?: boolean;
                            };
                        } | null;
                        prompt: string | null;
                        initial?: ({
                            /** @constant */
                            role: "system";
                            content: string;
                        } | {
                            /** @enum {string} */
                            role: "user" | "assistant";
                            source: string;
                            content: string;
                        })[];
                    };
                } | {
                    /** @constant */
                    kind: "team";
                    name: string;
                    description: string;
                    team: components["schemas"]["TeamConfig__schema0"];
                };
                returnsLastOnly: boolean;
            })[];
        };
        TeamConfig__schema3: unknown;
        TeamConfig__schema4: {
            /** @enum {string} */
            kind: "and" | "or";
            conditions: components["schemas"]["TeamConfig__schema4"][];
        } | {
            /** @constant */
            kind: "max_messages";
            maxMessages: number;
            includeAgentEvents: boolean;
        } | {
            /** @constant */
            kind: "text_mention";
            text: string;
            sources: string[] | null;
        } | {
            /** @constant */
            kind: "stop_message";
        } | {
            /** @constant */
            kind: "token_usage";
            maxTotal: number | null;
            maxPrompt: number | null;
            maxCompletion: number | null;
        } | {
            /** @constant */
            kind: "cost";
            maxMicroUsd: number;
        } | {
            /** @constant */
            kind: "timeout";
            seconds: number;
        } | {
            /** @constant */
            kind: "handoff";
            target: string;
        } | {
            /** @constant */
            kind: "source_match";
            sources: string[];
        } | {
            /** @constant */
            kind: "text_message";
            source: string | null;
        } | {
            /** @constant */
            kind: "function_call";
            functionName: string;
        } | {
            /** @constant */
            kind: "external";
        } | {
            /** @constant */
            kind: "expression";
            expression: string;
        };
        TeamVersions: {
            versions: components["schemas"]["TeamVersion"][];
        };
        TeamVersion: {
            /** Format: uuid */
            id: string;
            version: number;
            description: string;
            /** @description What is new in it, in the words of who made it. */
            note: string;
            /** @description Who made it; null: the installation, or somebody who is gone. */
            author: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        AddTeamVersion: {
            /** @description A TeamConfig, an AutoGen component (a team, or an agent alone), or a file of AutoGen Studio (a team, a gallery). */
            definition: components["schemas"]["Json"];
            /** @description The version that you have read. Where somebody has made another one since, nothing is stored (409). Without it the next version is made in any case. */
            basedOn?: number;
            /**
             * @description What is new in it, for those who read the list of versions.
             * @default
             */
            note?: string;
        };
        AddedTeamVersion: {
            version: components["schemas"]["TeamVersion"];
            created: boolean;
            notes: components["schemas"]["ImportNote"][];
        };
        ExportedTeam: {
            /** @description The team as an AutoGen component, without keys. */
            component: components["schemas"]["Json"];
            /** @description What AutoGen has no words for. */
            notes: components["schemas"]["ImportNote"][];
        };
        ConversationPage: {
            /** @description Newest first. */
            conversations: components["schemas"]["Conversation"][];
            /** @description The cursor of the next page; null: there is none. */
            next: string | null;
        };
        Conversation: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            state: "starting" | "running" | "waiting" | "parked" | "paused" | "finished" | "stopped" | "cancelled" | "failed";
            /** @description Why the newest run ended; AutoGen’s words where it has some. */
            stopReason: string | null;
            /** @description The newest run, from 0; each further task begins the next. */
            run: number;
            team: {
                /** Format: uuid */
                id: string;
                name: string;
                version: number;
            };
            /** @description Over all runs. */
            totals: {
                turns: number;
                messages: number;
                promptTokens: number;
                completionTokens: number;
                /** @description Millionths of a US dollar. */
                costMicroUsd: number;
                /** @description Calls whose price is not known: the cost leaves them out. */
                unpricedCalls: number;
                /** @description Calls that may have been paid for without an answer. */
                unknownCalls: number;
            };
            /** @description Raised by every change. */
            revision: number;
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
        };
        StartConversation: {
            /**
             * Format: uuid
             * @description The newest version of this team.
             */
            teamId?: string;
            /** @description The newest version of the team of this name. */
            team?: string;
            /**
             * Format: uuid
             * @description This version of a team.
             */
            teamVersionId?: string;
            task: components["schemas"]["Task"];
            /** @description Any text of your own. The same text with the same request again, as after a lost connection, is the same deed; with another request it is refused (422). */
            idempotencyKey?: string;
        };
        /** @description As AutoGen’s `run(task=…)` takes it: a text, a message, several messages, or null to go on without one. An image is `{data}`, base64 or a data: URL of a PNG, JPEG, GIF or WebP file of at most 5 MB. */
        Task: string | ({
            /** @constant */
            type: "TextMessage";
            /** @default user */
            source?: string;
            content: string;
        } | {
            /** @constant */
            type: "StopMessage";
            /** @default user */
            source?: string;
            content: string;
        } | {
            /** @constant */
            type: "HandoffMessage";
            /** @default user */
            source?: string;
            target: string;
            content: string;
        } | {
            /** @constant */
            type: "MultiModalMessage";
            /** @default user */
            source?: string;
            content: (string | {
                data: string;
            })[];
        }) | ({
            /** @constant */
            type: "TextMessage";
            /** @default user */
            source?: string;
            content: string;
        } | {
            /** @constant */
            type: "StopMessage";
            /** @default user */
            source?: string;
            content: string;
        } | {
            /** @constant */
            type: "HandoffMessage";
            /** @default user */
            source?: string;
            target: string;
            content: string;
        } | {
            /** @constant */
            type: "MultiModalMessage";
            /** @default user */
            source?: string;
            content: (string | {
                data: string;
            })[];
        })[] | null;
        StartedRun: {
            /** @enum {string} */
            outcome: "started" | "written";
            /** Format: uuid */
            conversationId: string;
            run: number;
        };
        ConversationWithRuns: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            state: "starting" | "running" | "waiting" | "parked" | "paused" | "finished" | "stopped" | "cancelled" | "failed";
            /** @description Why the newest run ended; AutoGen’s words where it has some. */
            stopReason: string | null;
            /** @description The newest run, from 0; each further task begins the next. */
            run: number;
            team: {
                /** Format: uuid */
                id: string;
                name: string;
                version: number;
            };
            /** @description Over all runs. */
            totals: {
                turns: number;
                messages: number;
                promptTokens: number;
                completionTokens: number;
                /** @description Millionths of a US dollar. */
                costMicroUsd: number;
                /** @description Calls whose price is not known: the cost leaves them out. */
                unpricedCalls: number;
                /** @description Calls that may have been paid for without an answer. */
                unknownCalls: number;
            };
            /** @description Raised by every change. */
            revision: number;
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
            /** @description In their order. */
            runs: components["schemas"]["Run"][];
            /** @description What is under way; null: it is over. */
            pending: components["schemas"]["PendingWork"] | null;
        };
        Run: {
            /** @description From 0. */
            run: number;
            /** @description Whether it began with a task; one without goes on where the run before it stood. */
            hasTask: boolean;
            /** @description How it stands or how it ended; null: it ended before that was kept. */
            state: ("starting" | "running" | "waiting" | "parked" | "paused" | "finished" | "stopped" | "cancelled" | "failed") | null;
            /** @description Why it ended; AutoGen’s words where it has some. */
            stopReason: string | null;
            /** Format: date-time */
            startedAt: string;
            endedAt: string | null;
        };
        PendingWork: {
            /** @description Temporal, where it cannot be reached. */
            away: components["schemas"]["Failure"] | null;
            /** @description Whether work lies there that no worker takes up. */
            noWorker: boolean;
            /** @description What is under way, or is tried again. */
            steps: {
                /** @description What is being done: `generateReply`, `callTool`, … */
                step: string;
                /** @description Which attempt is under way or comes next, from 1. */
                attempt: number;
                /** @description Why the attempt before failed. */
                lastFailure: components["schemas"]["Failure"] | null;
                nextAttemptAt: string | null;
            }[];
        };
        Failure: {
            type: string;
            /** @description What failed, with its address where that is known. */
            title: string;
            /** @description What the other side said, or how the connection failed; null: no more than the title. */
            words: string | null;
            /** @description What was talked to. */
            address: string | null;
            /** @description The HTTP status that it answered. */
            status: number | null;
            /** @description How many requests were made in vain, of how many before a person decides. */
            requests: {
                made: number;
                atMost: number;
            } | null;
            /** @description All of it in one sentence. */
            message: string;
        };
        ContinueConversation: {
            task: components["schemas"]["Task"];
            /** @description Any text of your own. The same text with the same request again, as after a lost connection, is the same deed; with another request it is refused (422). */
            idempotencyKey?: string;
        };
        Entries: {
            /** @constant */
            format: "entries";
            messages: components["schemas"]["Entry"][];
            next: string | null;
        };
        Entry: {
            /** Format: uuid */
            id: string;
            seq: number;
            /** @description The transcript is read in the order of (position, seq). */
            position: number;
            run: number;
            turn: number;
            /** @description Which team’s transcript: "" the conversation’s own, else the path of an inner one. */
            scope: string;
            /** @description AutoGen’s name of the message type. */
            type: string;
            source: string;
            /** @description The message as text: at most 100,000 characters of it (see `truncated`). */
            content: string;
            /** @description What its type has besides text: at most 20,000 characters of each string. */
            body: components["schemas"]["Json"] | null;
            thought: string | null;
            /** @description How the model’s answer ended, where it did not simply end. `length`: cut at the most that it may write. `content_filter`: cut by the provider’s filter. `refusal`: the model declined, and the content says so. */
            ending: ("length" | "content_filter" | "refusal") | null;
            memories: components["schemas"]["Json"] | null;
            /** @description An outer team’s message, given to an inner one as its task. */
            copied: boolean;
            /** @enum {string} */
            status: "final" | "draft" | "rejected" | "discarded";
            /** @description Tokens of the model call that it came from. */
            usage: {
                promptTokens: number;
                completionTokens: number;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Texts that are not whole, by their path: bytes of the whole. `readText` gives all of one. */
            truncated?: {
                [key: string]: number;
            };
        };
        AutogenMessages: {
            /** @constant */
            format: "autogen";
            messages: components["schemas"]["AutogenMessage"][];
            next: string | null;
        };
        /** @description As AutoGen’s `model_dump()` gives it, without id, time, metadata and nulls; `usage` in its words. */
        AutogenMessage: {
            source: string;
            type: string;
            content?: components["schemas"]["Json"];
        } & {
            [key: string]: unknown;
        };
        TextPiece: {
            text: string;
            offset: number;
            /** @description The `offset` of the next piece; null: this is the last. */
            next: number | null;
            /** @description Bytes of the whole text, in UTF-8. */
            wholeBytes: number;
        };
        PostMessage: {
            text: string;
            /** @description Any text of your own. The same text with the same request again, as after a lost connection, is the same deed; with another request it is refused (422). */
            idempotencyKey?: string;
        };
        Delivery: {
            /** @enum {string} */
            outcome: "done" | "handed_in";
        };
        ChangeEvent: {
            conversation: components["schemas"]["Conversation"];
            /** @description New and changed runs: that one has begun, and how one has ended. */
            runs: components["schemas"]["Run"][];
            /** @description New and changed entries, in the order of the transcript. */
            messages: components["schemas"]["Entry"][];
            /** @description New and changed tasks. */
            tasks: components["schemas"]["HumanTask"][];
        };
        HumanTask: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversationId: string;
            conversationTitle: string;
            /** @enum {string} */
            kind: "approve_tool_call" | "review_message" | "give_input" | "resolve_error";
            /** @enum {string} */
            state: "open" | "answered" | "expired" | "withdrawn";
            /** @description The participant whose turn waits. */
            speaker: string;
            turn: number;
            seq: number;
            /** @description Which team’s turn waits: "" the conversation’s own. */
            scope: string;
            /** @description The tool call that an approve_tool_call is about. */
            call: {
                tool: string;
                /** @description JSON text, or what the model took for that; at most 8,000 characters of it. */
                arguments: string;
                /** @description `policy`: the team wants it. `outcome_unknown`: it may have been carried out already. */
                reason: string;
                /** @description What an HTTP tool asks for, these arguments filled in; headers are not shown. Null: another kind of tool, or not known. */
                request: {
                    method: string;
                    url: string;
                } | null;
            } | null;
            /** @description What a give_input asks. */
            prompt: string | null;
            /** @description What went wrong, of a resolve_error. */
            failure: components["schemas"]["Failure"] | null;
            /** @description The message that a review is about, at most 16,000 characters of it; not in events. */
            draft?: string | null;
            /** @description What may be decided. */
            decisions: string[];
            deadlineAt: string | null;
            /** @description What happens when the deadline passes. */
            onDeadline: string;
            decision: string | null;
            /** Format: date-time */
            openedAt: string;
            closedAt: string | null;
            /** @description Texts that are not whole, by their path: bytes of the whole. `readText` gives all of one. */
            truncated?: {
                [key: string]: number;
            };
        };
        LiveEvent: {
            seq: number;
            source: string;
            attempt: number;
            offset: number;
            text: string;
        };
        LiveEndEvent: {
            seq: number;
        };
        HumanTasks: {
            tasks: components["schemas"]["HumanTask"][];
        };
        AnswerTask: {
            /**
             * @description One of the task’s `decisions`.
             * @enum {string}
             */
            decision: "approve" | "approve_for_run" | "edit" | "reject" | "reply" | "retry" | "without_tools" | "skip" | "stop";
            /** @description The reply (which may be empty, as a person’s line in AutoGen may), the edited message or arguments, or the feedback of a rejection. */
            text?: string;
            /** @description Any text of your own. The same text with the same request again, as after a lost connection, is the same deed; with another request it is refused (422). */
            idempotencyKey?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Teams"];
                };
            };
        };
    };
    importTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportTeams"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
        };
    };
    readTeam: {
        parameters: {
            query?: {
                /** @description Which version; without it the newest. */
                version?: number;
            };
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamWithConfig"];
                };
            };
        };
    };
    listTeamVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamVersions"];
                };
            };
        };
    };
    addTeamVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTeamVersion"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedTeamVersion"];
                };
            };
        };
    };
    exportTeam: {
        parameters: {
            query?: {
                /** @description Which version; without it the newest. */
                version?: number;
            };
            header?: never;
            path: {
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedTeam"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                state?: "starting" | "running" | "waiting" | "parked" | "paused" | "finished" | "stopped" | "cancelled" | "failed";
                teamId?: string;
                /** @description Looked for in titles and messages. */
                search?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
        };
    };
    startConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartConversation"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
        };
    };
    readConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationWithRuns"];
                };
            };
        };
    };
    continueConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContinueConversation"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRun"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Only this run’s; without it those of all. */
                run?: number;
                /** @description `entries`: as they are stored. `autogen`: as AutoGen dumps them, final ones only. */
                format?: "entries" | "autogen";
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Entries a page. */
                limit?: number;
            };
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entries"] | components["schemas"]["AutogenMessages"];
                };
            };
        };
    };
    postMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostMessage"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    readText: {
        parameters: {
            query?: {
                /** @description Which of its texts, as `truncated` names it: `content`, `thought`, `body.results.0.content`. */
                path?: string;
                /** @description How many characters (code points) are passed over. */
                offset?: number;
                /** @description How many characters at most. */
                length?: number;
            };
            header?: never;
            path: {
                textOwner: "message" | "tool-call" | "task" | "model-call";
                textId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextPiece"];
                };
            };
        };
    };
    watchConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that was seen: the stream goes on after it. */
                "Last-Event-ID"?: string;
            };
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The events. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    pauseConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    resumeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    stopConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    fireExternalConditions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    cancelConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                state?: "open" | "closed";
                conversationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanTasks"];
                };
            };
        };
    };
    readTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanTask"];
                };
            };
        };
    };
    answerTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerTask"];
            };
        };
        responses: {
            /** @description The address or the body cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No token that counts. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The project has nothing of this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The address is not for this method; `Allow` says for which it is. */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It stands in the way of how things are now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large: at most 32 MB are taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What was sent does not fit; `problems` says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many tokens that do not count. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part of Colloquy is not answering. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was done. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
        };
    };
}
